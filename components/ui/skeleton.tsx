import { clsx } from "clsx";

/** One grey bar in the place of text; give it the width of what will stand there. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden="true" className={clsx("block h-4 animate-pulse rounded-sm bg-inset", className)} />
  );
}

/** The place of a table while it loads. Shows after 200 ms, so that a quick answer does not flicker. */
export function TableSkeleton({ rows = 5, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-busy="true" className="animate-late rounded-lg border border-line">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows + 1 }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex h-11 items-center gap-6 border-line px-4 not-last:border-b">
          <Skeleton className="w-1/4" />
          <Skeleton className="w-1/3" />
          <Skeleton className="ms-auto w-16" />
        </div>
      ))}
    </div>
  );
}
