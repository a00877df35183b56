"use client";
import { Rocket } from "lucide-react";
import { useTranslations } from "next-intl";
import { AllowedLink } from "@/components/ui/allowed-link";
import type { Person } from "@/lib/domain/groups/lock";
import type { GroupView } from "@/lib/domain/groups/views";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { useLockWords } from "./lock/use-lock-words";

type PushButtonProps = { group: Pick<GroupView, "id" | "configuration" | "nodes" | "lock">; person: Person };

/** Why nothing can be pushed to the group yet; undefined when it can. */
function usePushRefusal({ group, person }: PushButtonProps): string | undefined {
  const locked = useLockWords(group.lock, person);
  const { role } = person;
  const t = useTranslations("groups");
  const roles = useTranslations("shell.roles");
  if (!can(role, "pushes:write")) return t("pushForbidden", { role: roles(role) });
  if (locked !== undefined) return locked;
  if (!group.configuration) return t("pushNoConfiguration");
  return group.nodes.length === 0 ? t("pushNoNodes") : undefined;
}

/** Goes to the review of a push to this group, or says what is missing. */
export function PushButton(props: PushButtonProps) {
  const t = useTranslations("groups");
  const refusal = usePushRefusal(props);
  return (
    <AllowedLink
      variant="primary"
      icon={<Rocket size={16} aria-hidden />}
      href={pages.newPush(props.group.id)}
      refusal={refusal}
    >
      {t("pushTo")}
    </AllowedLink>
  );
}

/** The same reason in the text of the page. */
export function PushNote(props: PushButtonProps) {
  const refusal = usePushRefusal(props);
  return refusal === undefined ? null : (
    <p className="-mt-3 mb-6 max-w-prose text-muted text-sm">{refusal}</p>
  );
}
