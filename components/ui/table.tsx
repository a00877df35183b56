import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";

/** Says a role that the element has by itself, because `display: block` on small screens takes it away. */
const as = (role: string) => ({ role });

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** The row's own name: its header cell, and the headline of its card on small screens. One per table. */
  primary?: boolean;
  /** For columns of buttons, whose header only assistive technology needs. */
  headerHidden?: boolean;
  className?: string;
  /** For cells that unfold: what is unfolded takes the whole card on small screens, below its label. */
  wideWhenOpen?: boolean;
  /** Makes the header a button that sorts by this column. */
  sort?: { direction: "ascending" | "descending" | undefined; onSort: () => void };
  /** In place of the header's text, such as a tick box for all rows. */
  headerContent?: ReactNode;
};

type TableProps<Row> = {
  /** Says what the table lists; only assistive technology shows it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  dense?: boolean;
  /** Without its own border, inside a flush card. */
  bare?: boolean;
};

/** A table that becomes a list of cards below 768 px. The roles keep it a table where `display` would end that. */
export function Table<Row>({ caption, columns, rows, rowKey, dense = false, bare = false }: TableProps<Row>) {
  return (
    <section
      aria-label={caption}
      // A region that scrolls sideways must be reachable by keyboard.
      tabIndex={0}
      className={clsx("overflow-x-auto", !bare && "rounded-lg border border-line")}
    >
      <table {...as("table")} className="card-table w-full border-collapse text-start text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")} className="border-line border-b">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...as("row")}
              className="border-line transition-colors not-last:border-b hover:bg-subtle"
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} dense={dense} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  return (
    <th
      {...as("columnheader")}
      scope="col"
      aria-sort={column.sort ? (column.sort.direction ?? "none") : undefined}
      className={clsx(
        "h-9 whitespace-nowrap bg-subtle px-3 font-caption text-muted text-xs first:ps-4 last:pe-4",
        column.align === "end" ? "text-end" : "text-start",
      )}
    >
      <HeaderText column={column} />
    </th>
  );
}

function HeaderText<Row>({ column: { header, headerContent, headerHidden, sort } }: { column: Column<Row> }) {
  if (headerContent !== undefined) return headerContent;
  if (headerHidden) return <span className="sr-only">{header}</span>;
  if (!sort) return header;
  const Icon = sort.direction === "descending" ? ArrowDown : sort.direction ? ArrowUp : ArrowUpDown;
  return (
    <button
      type="button"
      onClick={sort.onSort}
      className="-mx-1 inline-flex h-7 items-center gap-1 rounded-sm px-1 hover:text-fg"
    >
      {header}
      <Icon size={12} aria-hidden className={sort.direction ? "text-fg" : "text-faint"} />
    </button>
  );
}

function Cell<Row>({ column, row, dense }: { column: Column<Row>; row: Row; dense: boolean }) {
  const style = clsx(
    "align-middle md:px-3 md:first:ps-4 md:last:pe-4",
    dense ? "md:h-8 md:py-1" : "md:h-11 md:py-2",
    column.align === "end" ? "tabular-nums md:text-end" : "text-start",
    column.className,
  );
  // One box for what a cell holds, so that a card sets it beside its label as a whole.
  const content = <div className="min-w-0">{column.cell(row)}</div>;
  if (column.primary)
    return (
      <th {...as("rowheader")} scope="row" data-primary="" className={clsx(style, "font-medium text-fg")}>
        {content}
      </th>
    );
  return (
    <td
      {...as("cell")}
      data-label={column.headerHidden ? undefined : column.header}
      data-wide={column.wideWhenOpen ? "" : undefined}
      className={style}
    >
      {content}
    </td>
  );
}
