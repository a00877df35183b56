"use client";
import { useTranslations } from "next-intl";
import type { GroupView } from "@/lib/domain/groups/views";

/** How many nodes a group has, and of which role. */
export function GroupCounts({
  group,
}: {
  group: Pick<GroupView, "nodes" | "servers" | "agents" | "unknown">;
}) {
  const t = useTranslations("groups");
  const { nodes, servers, agents, unknown } = group;
  if (nodes.length === 0) return <span className="text-muted">{t("noNodes")}</span>;
  return (
    <span className="tabular-nums">
      {t.rich("counts", {
        count: nodes.length,
        checked: servers + agents,
        servers,
        agents,
        unknown,
        muted: (text) => <span className="text-muted">{text}</span>,
      })}
    </span>
  );
}
