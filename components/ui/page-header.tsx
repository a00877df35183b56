import type { ReactNode } from "react";
import { type Crumb, CrumbTrail } from "./breadcrumbs";

type PageHeaderProps = {
  title: ReactNode;
  /** One short line under the title: what this is, or its state. */
  description?: ReactNode;
  status?: ReactNode;
  actions?: ReactNode;
  /** What stands after the section in the header's breadcrumbs, the present page last. */
  crumbs?: Crumb[];
};

/** The page's one `h1`; it takes the focus when the route changes. */
export function PageHeader({ title, description, status, actions, crumbs }: PageHeaderProps) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      {crumbs ? <CrumbTrail crumbs={crumbs} /> : null}
      <div className="min-w-0 max-w-full space-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 tabIndex={-1} className="min-w-0 font-semibold text-xl [overflow-wrap:anywhere]">
            {title}
          </h1>
          {status}
        </div>
        {description ? <div className="max-w-prose text-muted text-prose">{description}</div> : null}
      </div>
      {actions ? (
        <div data-no-print="" className="flex flex-wrap items-center gap-2 max-sm:w-full">
          {actions}
        </div>
      ) : null}
    </div>
  );
}
