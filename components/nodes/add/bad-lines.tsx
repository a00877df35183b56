"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ImportReport } from "@/lib/domain/nodes/views";

const most = 20;

/** Lines that cannot be read, each with its number and the reason. */
export function BadLines({ lines, headed = true }: { lines: ImportReport["bad"]; headed?: boolean }) {
  const t = useTranslations("nodes.import");
  if (lines.length === 0) return null;
  return (
    <div className="space-y-1.5 text-sm">
      {headed ? (
        <p className="flex items-center gap-1.5 text-warn">
          <TriangleAlert size={14} aria-hidden className="shrink-0" />
          {t("badCount", { count: lines.length })}
        </p>
      ) : null}
      <ul className="space-y-1">
        {lines.slice(0, most).map(({ line, text, code }) => (
          <li key={line} className="[overflow-wrap:anywhere]">
            {t("badLine", { line })} <code className="text-code">{text}</code>
            <span className="block text-muted">{t(`reasons.${code}`)}</span>
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <p className="text-muted">{t("badMore", { count: lines.length - most })}</p>
      ) : null}
    </div>
  );
}
