import { clsx } from "clsx";
import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";

export type BannerKind = "info" | "ok" | "warn" | "error";

const looks: Record<BannerKind, { icon: LucideIcon; box: string; mark: string }> = {
  info: { icon: Info, box: "bg-info-tint border-info/25", mark: "text-info" },
  ok: { icon: CircleCheck, box: "bg-ok-tint border-ok/25", mark: "text-ok" },
  warn: { icon: TriangleAlert, box: "bg-warn-tint border-warn/30", mark: "text-warn" },
  error: { icon: OctagonX, box: "bg-error-tint border-error/30", mark: "text-error" },
};

type BannerProps = {
  kind: BannerKind;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` for what just failed, `status` for what just changed; none for what stands there from the start. */
  role?: "alert" | "status";
  tabIndex?: number;
  ref?: Ref<HTMLDivElement>;
};

export function Banner({ kind, title, children, action, role, tabIndex, ref }: BannerProps) {
  const { icon: Icon, box, mark } = looks[kind];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={tabIndex}
      className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3.5 py-3", box)}
    >
      <Icon size={16} aria-hidden className={clsx("mt-0.5 shrink-0", mark)} />
      <div className="min-w-0 flex-1 basis-48 space-y-1">
        {title ? <p className="font-semibold text-fg">{title}</p> : null}
        {children ? <div className="max-w-prose text-fg text-prose">{children}</div> : null}
      </div>
      {action ? <div className="flex shrink-0 flex-wrap gap-2 max-sm:basis-full">{action}</div> : null}
    </div>
  );
}
