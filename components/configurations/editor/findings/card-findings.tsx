"use client";

import { useTranslations } from "next-intl";
import { useRowSummary } from "./findings-provider";
import type { RowSummary } from "./findings-store";
import { SeverityIcon, severities } from "./severity-look";

/** How many things were found in a card, which may be closed. */
export function CardFindings({ part }: { part: string }) {
  const summary = useRowSummary(part);
  return summary === "" ? null : <CardCount summary={summary} />;
}

function CardCount({ summary }: { summary: RowSummary }) {
  const t = useTranslations("editor");
  const [severity, count] = summary.split(" ");
  const worst = severities.find((each) => each === severity);
  if (worst === undefined) return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-sm tabular-nums">
      <SeverityIcon severity={worst} />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t("cardProblems", { count: Number(count), severity: worst })}</span>
    </span>
  );
}
