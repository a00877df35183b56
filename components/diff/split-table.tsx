"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { DiffLine, DiffRow } from "@/lib/domain/diff/lines";
import { type DiffPair, type SideRow, toPair, toSides } from "@/lib/domain/diff/sides";
import { DiffFrame } from "./diff-frame";
import { FoldRow } from "./fold-row";
import { LineText, rowLooks } from "./line-text";
import { NumberCell } from "./number-cell";

type SplitTableProps = { rows: readonly DiffRow[]; caption: string; className?: string };

const isChange = (row: SideRow | undefined) => row?.kind === "pair" && row.before !== row.after;
const keyOf = ({ before, after }: DiffPair) => `${before?.oldLine} ${after?.newLine}`;

/** A comparison side by side: what was on the left, what is on the right. */
export function SplitTable({ rows, caption, className }: SplitTableProps) {
  const t = useTranslations("common.diff");
  const sides = toSides(rows);
  return (
    <DiffFrame
      caption={caption}
      headers={[t("oldLine"), t("before"), t("newLine"), t("after")]}
      className={className}
      widths={["w-12", "", "w-12", ""]}
    >
      {sides.map((row, at) =>
        row.kind === "pair" ? (
          <Pair key={keyOf(row)} pair={row} startsChange={isChange(row) && !isChange(sides[at - 1])} />
        ) : (
          <FoldRow
            key={`closed ${row.before}`}
            fold={row}
            columns={4}
            renderLine={(line, ref) => <Pair pair={toPair(line)} rowRef={ref} />}
          />
        ),
      )}
    </DiffFrame>
  );
}

type PairProps = {
  pair: DiffPair;
  startsChange?: boolean;
  rowRef?: ((row: HTMLTableRowElement | null) => void) | undefined;
};

function Pair({ pair: { before, after }, startsChange = false, rowRef }: PairProps) {
  return (
    <tr
      ref={rowRef}
      className="outline-offset-[-2px]!"
      data-change={startsChange ? "" : undefined}
      tabIndex={startsChange || rowRef ? -1 : undefined}
    >
      <NumberCell line={before} side="old" header={before !== null} />
      <TextCell line={before} />
      <NumberCell line={after} side="new" header={after !== null && after !== before} />
      <TextCell line={after} />
    </tr>
  );
}

const TextCell = ({ line }: { line: DiffLine | null }) => (
  <td className={clsx("pe-3 align-top", line ? rowLooks[line.kind] : "bg-inset")}>
    {line ? <LineText line={line} /> : null}
  </td>
);
