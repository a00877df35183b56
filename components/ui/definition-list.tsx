import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Fact = { term: string; value: ReactNode };

/** Terms and values of one thing, side by side where there is room. */
export function DefinitionList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={clsx("grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,max-content)_1fr]", className)}>
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-muted max-sm:mt-1">{term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
