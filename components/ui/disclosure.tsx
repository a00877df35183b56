import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; name?: string };

export function Disclosure({ summary, children, open, name }: DisclosureProps) {
  return (
    <details open={open} name={name} className="group min-w-0">
      <summary className="inline-flex min-h-6 list-none items-center gap-1.5 rounded-sm text-muted hover:text-fg pointer-coarse:min-h-11">
        <ChevronRight size={14} aria-hidden className="shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2 ps-5">{children}</div>
    </details>
  );
}
