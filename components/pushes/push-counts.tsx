import { useTranslations } from "next-intl";
import { outcomes } from "@/lib/domain/pushes/outcomes";
import type { PushHeader } from "@/lib/domain/pushes/views";

/** How many nodes ended how, in words; outcomes that did not happen are left out. */
export function PushCounts({ counts }: { counts: PushHeader["counts"] }) {
  const t = useTranslations("faults.outcomes");
  const p = useTranslations("pushes");
  const present = outcomes.filter((outcome) => counts[outcome] > 0);
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5 text-sm tabular-nums">
      {counts.open > 0 ? <span>{p("openCount", { count: counts.open })}</span> : null}
      {present.map((outcome) => (
        <span key={outcome}>
          {p("outcomeCount", { outcome: t(`${outcome}.word`), count: counts[outcome] })}
        </span>
      ))}
    </span>
  );
}
