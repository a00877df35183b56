"use client";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { DiffLine, DiffRow } from "@/lib/domain/diff/lines";
import { DiffFrame } from "./diff-frame";
import { FoldRow } from "./fold-row";
import { LineText, rowLooks } from "./line-text";
import { NumberCell } from "./number-cell";

type UnifiedTableProps = { rows: readonly DiffRow[]; caption: string; className?: string };

const isChange = (row: DiffRow | undefined) => row?.kind === "added" || row?.kind === "removed";

/** A comparison line by line. Each row says in words whether its line was added or removed. */
export function UnifiedTable({ rows, caption, className }: UnifiedTableProps) {
  const t = useTranslations("common.diff");
  return (
    <DiffFrame caption={caption} headers={[t("oldLine"), t("newLine"), t("text")]} className={className}>
      {rows.map((row, at) =>
        row.kind === "gap" || row.kind === "fold" ? (
          <FoldRow
            key={`closed ${row.before}`}
            fold={row}
            columns={3}
            renderLine={(line, ref) => <Line line={line} rowRef={ref} />}
          />
        ) : (
          <Line
            key={`${row.oldLine} ${row.newLine}`}
            line={row}
            startsChange={isChange(row) && !isChange(rows[at - 1])}
          />
        ),
      )}
    </DiffFrame>
  );
}

type LineProps = {
  line: DiffLine;
  startsChange?: boolean;
  rowRef?: ((row: HTMLTableRowElement | null) => void) | undefined;
};

function Line({ line, startsChange = false, rowRef }: LineProps) {
  return (
    <tr
      ref={rowRef}
      className={clsx("outline-offset-[-2px]!", rowLooks[line.kind])}
      data-change={startsChange ? "" : undefined}
      tabIndex={startsChange || rowRef ? -1 : undefined}
    >
      <NumberCell line={line} side="old" header={line.kind === "removed"} />
      <NumberCell line={line} side="new" header={line.kind !== "removed"} bar={false} />
      <td className="pe-3 align-top">
        <LineText line={line} />
      </td>
    </tr>
  );
}
