import { clsx } from "clsx";
import type { ReactNode } from "react";

type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** For tables and lists that bring their own padding. */
  flush?: boolean;
  id?: string;
  className?: string;
};

export function Card({ title, description, actions, children, flush = false, id, className }: CardProps) {
  const headed = Boolean(title || actions);
  return (
    <section id={id} className={clsx("min-w-0 rounded-lg border border-line bg-page", className)}>
      {headed ? (
        <header
          className={clsx(
            "flex flex-wrap justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3",
            description ? "items-start" : "items-center",
          )}
        >
          <div className="min-w-0">
            {title ? <h2 className="font-semibold text-base">{title}</h2> : null}
            {description ? <p className="mt-0.5 text-muted text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}
