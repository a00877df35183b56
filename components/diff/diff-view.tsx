"use client";
import { clsx } from "clsx";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { keepPreference } from "@/lib/client/preference";
import type { DiffRow } from "@/lib/domain/diff/lines";
import { SplitTable } from "./split-table";
import { UnifiedTable } from "./unified-table";
import { useChanges } from "./use-changes";

export type DiffLayout = "split" | "unified";

type DiffViewProps = {
  rows: readonly DiffRow[];
  caption: string;
  /** How the reader likes comparisons on a wide screen. A narrow one shows them line by line. */
  layout: DiffLayout;
};

const isChange = (row: DiffRow | undefined) => row?.kind === "added" || row?.kind === "removed";

/** A comparison of two files with the ways through it. */
export function DiffView({ rows, caption, layout: kept }: DiffViewProps) {
  const t = useTranslations("common.diff");
  const [layout, setLayout] = useState(kept);
  const box = useRef<HTMLDivElement>(null);
  const { go, position } = useChanges(box);
  const count = rows.filter((row, at) => isChange(row) && !isChange(rows[at - 1])).length;
  return (
    <div ref={box}>
      <div
        data-no-print=""
        className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-subtle px-3 py-1.5"
      >
        <div className="flex items-center gap-1">
          <IconButton
            label={t("previous")}
            icon={<ChevronUp size={16} aria-hidden />}
            aria-keyshortcuts="Shift+F7"
            onClick={() => go(-1)}
          />
          <IconButton
            label={t("next")}
            icon={<ChevronDown size={16} aria-hidden />}
            aria-keyshortcuts="F7"
            onClick={() => go(1)}
          />
          <span className="text-muted text-sm tabular-nums">
            {position === 0 ? t("places", { count }) : t("position", { position, count })}
          </span>
        </div>
        <LayoutChoice
          layout={layout}
          onChange={(next) => {
            setLayout(next);
            keepPreference("diff", next);
          }}
        />
      </div>
      {layout === "split" ? <SplitTable rows={rows} caption={caption} className="hidden lg:block" /> : null}
      <UnifiedTable rows={rows} caption={caption} className={clsx(layout === "split" && "lg:hidden")} />
    </div>
  );
}

function LayoutChoice({ layout, onChange }: { layout: DiffLayout; onChange: (layout: DiffLayout) => void }) {
  const t = useTranslations("common.diff");
  return (
    <fieldset className="ms-auto hidden gap-1 lg:flex">
      <legend className="sr-only">{t("layout")}</legend>
      {(["split", "unified"] as const).map((each) => (
        <Button
          key={each}
          size="sm"
          variant="ghost"
          aria-pressed={layout === each}
          className={clsx(layout === each && "bg-inset font-semibold")}
          onClick={() => onChange(each)}
        >
          {t(each)}
        </Button>
      ))}
    </fieldset>
  );
}
