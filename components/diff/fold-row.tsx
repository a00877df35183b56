"use client";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import type { DiffFold, DiffGap, DiffLine } from "@/lib/domain/diff/lines";

type FoldRowProps = {
  fold: DiffFold | DiffGap;
  columns: number;
  renderLine: (line: DiffLine, ref?: (row: HTMLTableRowElement | null) => void) => ReactNode;
};

/** The words of a row that stands for lines are the reader's, while the file is not in any language of theirs. */
export function FoldRow({ fold, columns, renderLine }: FoldRowProps) {
  const t = useTranslations("common.diff");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [first, setFirst] = useState<HTMLTableRowElement | null>(null);
  // The button that was pressed is gone then, and the focus goes on with what took its place.
  useEffect(() => first?.focus(), [first]);
  if (open && fold.kind === "fold")
    return fold.lines.map((line, at) => (
      <Fragment key={line.oldLine}>{at === 0 ? renderLine(line, setFirst) : renderLine(line)}</Fragment>
    ));
  return (
    <tr className="bg-subtle text-muted">
      <td colSpan={columns} className="px-3 py-0.5 font-sans text-sm" lang={locale} translate="yes">
        {fold.kind === "gap" ? (
          t("gap", { count: fold.count })
        ) : (
          <button
            type="button"
            className="min-h-6 rounded-sm text-link hover:underline pointer-coarse:min-h-11"
            onClick={() => setOpen(true)}
          >
            {t("showLines", { count: fold.lines.length })}
          </button>
        )}
      </td>
    </tr>
  );
}
