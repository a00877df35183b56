import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Terms and values of one thing, side by side. */
export function DefinitionList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl
      className={clsx(
        "grid grid-cols-[minmax(6rem,36%)_1fr] gap-x-4 gap-y-2 sm:grid-cols-[minmax(8rem,max-content)_1fr] sm:gap-x-6",
        className,
      )}
    >
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
