"use client";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo } from "react";
import { parseNodeLines } from "@/lib/domain/nodes/lines";
import { BadLines } from "./bad-lines";

/** Says while typing how many lines are good, and what is wrong with the others. */
export function LineCount({ text }: { text: string }) {
  const t = useTranslations("nodes.import");
  const settled = useDeferredValue(text);
  const { nodes, bad } = useMemo(() => parseNodeLines(settled), [settled]);
  return (
    <div className="space-y-2">
      <p role="status" className="text-muted text-sm tabular-nums">
        {nodes.length + bad.length > 0 ? t("count", { good: nodes.length, bad: bad.length }) : null}
      </p>
      <BadLines lines={bad} />
    </div>
  );
}
