"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import { Button } from "@/components/ui/button";
import { useJudged } from "./findings-provider";
import { useFixes } from "./fix-context";
import { safeFixes } from "./mend-safely";
import type { PlacedFinding } from "./place-findings";
import { ProblemRow } from "./problem-row";

/** The rest is told by its number: a page of a thousand rows helps nobody. */
const mostRows = 200;

type ProblemsStripProps = {
  open: boolean;
  onToggle: (open: boolean) => void;
  onShow: (found: PlacedFinding) => void;
  list: Ref<HTMLOListElement>;
};

/** Everything that was found, under both panes; nothing at all while there is nothing. */
export function ProblemsStrip({ open, onToggle, onShow, list }: ProblemsStripProps) {
  const t = useTranslations("editor");
  const body = useId();
  const { all } = useJudged().placed;
  const { mayFix, open: openFix } = useFixes();
  if (all.length === 0) return null;
  const safe = safeFixes(all.map(({ finding }) => finding)).length;
  return (
    <section aria-label={t("problems")} data-about-text="" className="border-line border-t bg-page">
      <header className="flex min-h-10 flex-wrap items-center justify-between gap-2 pe-2">
        <h2>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? body : undefined}
            onClick={() => onToggle(!open)}
            className="flex min-h-10 items-center gap-2 rounded-lg px-3 font-semibold"
          >
            <ChevronDown size={16} aria-hidden className={open ? "" : "-rotate-90"} />
            {t("problemsCount", { count: all.length })}
          </button>
        </h2>
        {mayFix && safe > 0 ? (
          <Button size="sm" aria-haspopup="dialog" onClick={() => openFix({ kind: "safe", count: safe })}>
            {t("fixAll", { count: safe })}
          </Button>
        ) : null}
      </header>
      {open ? (
        <div
          id={body}
          className="max-h-[max(6rem,40dvh-11rem)] overflow-y-auto overscroll-contain border-line border-t lg:max-h-[max(6rem,40dvh-8rem)]"
        >
          <ol ref={list}>
            {all.slice(0, mostRows).map((found) => (
              <ProblemRow key={found.id} found={found} onShow={onShow} />
            ))}
          </ol>
          {all.length > mostRows ? (
            <p className="border-line border-t px-3 py-2 text-muted text-sm">
              {t("moreProblems", { count: all.length - mostRows })}
            </p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
