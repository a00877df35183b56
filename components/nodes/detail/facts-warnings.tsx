"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { mostClockSeconds } from "@/lib/domain/nodes/clock";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { clockDifference } from "../clock-difference";
import { factsWarnings } from "../facts-warnings";

/** What someone should know of the machine before the next push. */
export function FactsWarnings({ facts, seenAt }: { facts: NodeFacts; seenAt: string }) {
  const t = useTranslations("nodes.warnings");
  const clock = clockDifference(facts, seenAt);
  const late =
    Math.abs(clock) >= mostClockSeconds ? [{ code: "clock", params: { seconds: Math.abs(clock) } }] : [];
  const warnings = [...factsWarnings(facts), ...late];
  if (warnings.length === 0) return null;
  return (
    <ul className="space-y-2 rounded-lg border border-warn/30 bg-warn-tint px-3.5 py-3">
      {warnings.map(({ code, params }) => (
        <li key={code} className="flex items-start gap-2 text-prose">
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{t(code, params)}</span>
        </li>
      ))}
    </ul>
  );
}
