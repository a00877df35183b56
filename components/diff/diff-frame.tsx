import { clsx } from "clsx";
import type { ReactNode } from "react";

type DiffFrameProps = {
  caption: string;
  /** Headers of the columns, which only assistive technology needs. */
  headers: readonly string[];
  children: ReactNode;
  className?: string | undefined;
  tableClassName?: string;
};

/** The table of a comparison, in a region that scrolls by itself. */
export function DiffFrame({ caption, headers, children, className, tableClassName }: DiffFrameProps) {
  return (
    <section aria-label={caption} tabIndex={0} className={clsx("overflow-auto", className)}>
      <table
        className={clsx("w-full border-collapse font-mono text-code", tableClassName)}
        lang="en"
        translate="no"
      >
        <caption className="sr-only">{caption}</caption>
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
