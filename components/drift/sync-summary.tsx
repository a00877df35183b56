"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import { countStates } from "@/lib/domain/drift/cards";
import type { DriftNode } from "@/lib/domain/drift/views";
import { pages } from "@/lib/domain/paths";

/** Green only when every node was checked lately and matches; anything less says how many nobody knows of. */
export function SyncSummary({ nodes, filtered }: { nodes: readonly DriftNode[]; filtered: boolean }) {
  const t = useTranslations("drift.summary");
  const judged = nodes.filter(({ wanted }) => wanted !== null);
  if (nodes.length === 0)
    return (
      <Banner
        kind="info"
        action={
          <LinkButton size="sm" href={pages.drift()}>
            {t("clear")}
          </LinkButton>
        }
      >
        {t("noMatch")}
      </Banner>
    );
  if (judged.length === 0) return filtered ? null : <Banner kind="info">{t("nothingWanted")}</Banner>;
  const same = countStates(judged)["in-sync"];
  const oldest = judged.map(({ checkedAt }) => checkedAt ?? "").sort()[0];
  if (same === judged.length && oldest)
    return (
      <Banner kind="ok" title={t("allMatch", { count: same })}>
        {t.rich("oldest", { time: () => <Time value={oldest} style="relative" /> })}
      </Banner>
    );
  return (
    <p className="text-muted text-prose" role="status">
      {t("some", { same, total: judged.length })}
    </p>
  );
}
