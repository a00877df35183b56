"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { driftLooks } from "@/components/drift/looks";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { apiRequest } from "@/lib/client/api";
import type { NodeStanding } from "@/lib/domain/drift/views";
import type { Named } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis, pages } from "@/lib/domain/paths";

/** The word comes with it: the texts of drift are not on this page. */
export type StandingInWords = NodeStanding & { word: string };

type GroupCardProps = {
  node: NodeView;
  groups: Named[];
  /** Null where its group was never pushed to. */
  standing: StandingInWords | null;
  refusal: string | undefined;
  /** Why it stays where it is, while its group is locked. */
  stays: string | undefined;
};

/** The group that decides which file this node should hold. */
export function GroupCard({ node, groups, standing, refusal, stays }: GroupCardProps) {
  const t = useTranslations("nodes.group");
  const form = useTranslations("nodes.form");
  const id = useId();
  const current = node.group?.id ?? "";
  const [chosen, setChosen] = useState(current);
  const { pending, error, run } = useApiAction({ refresh: true });
  const save = () => run(() => apiRequest("PATCH", apis.node(node.id), { groupId: chosen || null }));
  return (
    <Card title={t("title")}>
      <div className="space-y-3">
        <FormError error={error} />
        {node.group ? (
          <p>
            <TextLink href={pages.group(node.group.id)}>{node.group.name}</TextLink>
          </p>
        ) : (
          <p className="text-muted text-prose">{t("none")}</p>
        )}
        {standing ? (
          <p className="flex flex-wrap items-center gap-2">
            {t("wanted", { number: standing.wanted })}
            <TextLink href={pages.drift({ node: node.id })}>
              <StatusBadge status={driftLooks[standing.state]} label={standing.word} />
            </TextLink>
          </p>
        ) : null}
        <div className="space-y-1.5">
          <label htmlFor={id} className="block font-medium">
            {t("move")}
          </label>
          <Select
            id={id}
            value={chosen}
            disabled={refusal !== undefined || stays !== undefined}
            options={[
              { value: "", label: form("noGroup") },
              ...groups.map((group) => ({ value: group.id, label: group.name })),
            ]}
            onChange={(event) => setChosen(event.target.value)}
          />
        </div>
        <AllowedButton
          size="sm"
          pending={pending}
          refusal={refusal ?? stays ?? (chosen === current ? t("unchanged") : undefined)}
          onClick={() => void save()}
        >
          {t("save")}
        </AllowedButton>
        {stays ? <p className="text-muted text-sm">{stays}</p> : null}
        {chosen === current ? null : <p className="text-muted text-sm">{t("consequence")}</p>}
      </div>
    </Card>
  );
}
