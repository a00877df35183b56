import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";

type EmptyStateProps = {
  title: string;
  /** One sentence: what belongs here. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
  sample?: { label: string; code: string };
};

export function EmptyState({ title, children, action, sample }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-line border-dashed px-6 py-10">
      <div className="mx-auto flex max-w-lg flex-col items-center gap-3 text-center">
        <h2 className="font-semibold text-lg">{title}</h2>
        {children ? <p className="text-muted text-prose">{children}</p> : null}
        {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
      </div>
      {sample ? (
        <div className="mx-auto mt-6 max-w-lg">
          <CodeBlock label={sample.label} code={sample.code} />
        </div>
      ) : null}
    </div>
  );
}
