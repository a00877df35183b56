"use client";

import { useTranslations } from "next-intl";
import type { Severity } from "@/lib/domain/registries/checks/finding";
import { useJudged } from "./findings-provider";
import { SeverityIcon, severities } from "./severity-look";

/** How much was found, each kind a button that opens the list at its first. */
export function FindingCounts({ onShow }: { onShow: (severity: Severity) => void }) {
  const t = useTranslations("editor");
  const { counts, all } = useJudged().placed;
  if (all.length === 0) {
    return <span className="inline-flex min-h-7 items-center text-muted text-sm">{t("noProblems")}</span>;
  }
  return (
    <span data-about-text="" className="inline-flex flex-wrap gap-1">
      {severities
        .filter((severity) => counts[severity] > 0)
        .map((severity) => (
          <button
            key={severity}
            type="button"
            className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line px-2 text-sm tabular-nums hover:bg-subtle pointer-coarse:min-h-11"
            onClick={() => onShow(severity)}
          >
            <SeverityIcon severity={severity} />
            {t(`counts.${severity}`, { count: counts[severity] })}
          </button>
        ))}
    </span>
  );
}
