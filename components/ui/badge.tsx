import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "error" | "info" | "drift" | "neutral";

const tones: Record<Tone, string> = {
  ok: "bg-ok-tint text-ok",
  warn: "bg-warn-tint text-warn",
  error: "bg-error-tint text-error",
  info: "bg-info-tint text-info",
  drift: "bg-drift-tint text-drift",
  neutral: "bg-neutral-tint text-neutral",
};

export const textTones: Record<Tone, string> = {
  ok: "text-ok",
  warn: "text-warn",
  error: "text-error",
  info: "text-info",
  drift: "text-drift",
  neutral: "text-neutral",
};

type BadgeProps = { tone?: Tone; icon?: ReactNode; children: ReactNode };

export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      data-chip=""
      className={clsx(
        "inline-flex max-w-full items-center gap-1.5 rounded-md px-1.5 py-0.5 font-caption text-xs",
        tones[tone],
      )}
    >
      {icon}
      <span>{children}</span>
    </span>
  );
}
