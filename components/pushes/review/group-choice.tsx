"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import type { GroupLock } from "@/lib/domain/groups/lock";
import { pages } from "@/lib/domain/paths";

type Group = {
  id: string;
  name: string;
  configuration: { id: string; name: string } | null;
  nodes: { id: string }[];
  lock: Pick<GroupLock, "byName"> | null;
};

/** The one choice of the page, where a refusal leads back to. */
export const groupChoiceId = "push-group";

type GroupChoiceProps = { groups: Group[]; chosen: Group | undefined; allowed: boolean };

/** Which group to push to; says what is missing when the chosen one cannot be pushed to. */
export function GroupChoice({ groups, chosen, allowed }: GroupChoiceProps) {
  const t = useTranslations("pushes.choice");
  const router = useRouter();
  if (groups.length === 0)
    return (
      <EmptyState
        title={t("noGroups")}
        action={
          <LinkButton href={pages.nodes()} variant="primary">
            {t("toNodes")}
          </LinkButton>
        }
      >
        {t("noGroupsText")}
      </EmptyState>
    );
  const labelOf = ({ name, configuration, lock }: Group) => {
    if (configuration === null) return t("optionEmpty", { name });
    const params = { name, configuration: configuration.name };
    return lock === null ? t("option", params) : t("optionLocked", { ...params, by: lock.byName });
  };
  const options = groups.map((group) => ({ value: group.id, label: labelOf(group) }));
  return (
    <div className="mb-6 space-y-4">
      <div className="max-w-md space-y-1.5">
        <label htmlFor={groupChoiceId} className="block font-medium">
          {t("label")}
        </label>
        <Select
          id={groupChoiceId}
          value={chosen?.id ?? ""}
          options={chosen ? options : [{ value: "", label: t("choose") }, ...options]}
          onChange={(event) => router.push(pages.newPush(event.target.value))}
        />
      </div>
      {allowed ? <Obstacle group={chosen} /> : <Banner kind="info">{t("forbidden")}</Banner>}
    </div>
  );
}

function Obstacle({ group }: { group: Group | undefined }) {
  const t = useTranslations("pushes.choice");
  if (!group) return null;
  const reason = group.configuration ? (group.nodes.length > 0 ? null : "noNodes") : "noConfiguration";
  if (!reason) return null;
  return (
    <Banner
      kind="warn"
      action={
        <LinkButton size="sm" href={pages.group(group.id)}>
          {t("toGroup")}
        </LinkButton>
      }
    >
      {t(reason, { name: group.name })}
    </Banner>
  );
}
