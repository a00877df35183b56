"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { DiffLine } from "@/lib/domain/diff/lines";
import { barLooks, rowLooks } from "./line-text";

type NumberCellProps = {
  line: DiffLine | null;
  side: "old" | "new";
  /** Whether this number names the row; what happened to the line is then said with it. */
  header: boolean;
  /** Whether the bar stands at this number; a row line by line has one for both. */
  bar?: boolean;
};

/** The number of a line on one side; empty where that side does not have the line. */
export function NumberCell({ line, side, header, bar = true }: NumberCellProps) {
  const t = useTranslations("common.diff");
  const number = line === null ? null : line[side === "old" ? "oldLine" : "newLine"];
  const style = clsx(
    "w-12 select-none px-2 text-end align-top font-normal text-muted tabular-nums max-sm:w-9 max-sm:px-1",
    line ? rowLooks[line.kind] : "bg-inset",
    bar && ["border-s-2", line ? barLooks[line.kind] : "border-transparent"],
  );
  if (!header) return <td className={style}>{number}</td>;
  return (
    <th scope="row" className={style}>
      {number}
      {line && line.kind !== "same" ? <span className="sr-only"> {t(line.kind)}</span> : null}
    </th>
  );
}
