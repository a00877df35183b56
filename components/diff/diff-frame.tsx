import { clsx } from "clsx";
import type { ReactNode } from "react";

type DiffFrameProps = {
  caption: string;
  /** Headers of the columns, which only assistive technology needs. */
  headers: readonly string[];
  /** One class per column, where the columns have widths of their own. */
  widths?: readonly string[];
  children: ReactNode;
  className?: string | undefined;
};

/** The table of a comparison, in a region that scrolls by itself. */
export function DiffFrame({ caption, headers, widths, children, className }: DiffFrameProps) {
  return (
    <section aria-label={caption} tabIndex={0} className={clsx("overflow-auto", className)}>
      <table
        className={clsx("w-full border-collapse font-mono text-code", widths && "table-fixed")}
        lang="en"
        translate="no"
      >
        <caption className="sr-only">{caption}</caption>
        {widths ? (
          <colgroup>
            {headers.map((header, at) => (
              <col key={header} className={widths[at]} />
            ))}
          </colgroup>
        ) : null}
        <thead className="sr-only">
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
