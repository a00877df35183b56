"use client";
import { useTranslations } from "next-intl";
import { PushBadge } from "@/components/pushes/outcome-badge";
import { TextLink } from "@/components/ui/text-link";
import type { GroupView } from "@/lib/domain/groups/views";
import { pages } from "@/lib/domain/paths";
import { pushStatuses } from "@/lib/domain/pushes/outcomes";

/** The last push to a group and how it ended. */
export function LastPush({ push }: { push: GroupView["lastPush"] }) {
  const t = useTranslations("groups");
  if (!push) return <span className="text-muted">{t("neverPushed")}</span>;
  const status = pushStatuses.find((known) => known === push.status);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <TextLink href={pages.push(push.id)}>{t("push", { number: push.number })}</TextLink>
      {status ? <PushBadge status={status} plain /> : null}
    </span>
  );
}
