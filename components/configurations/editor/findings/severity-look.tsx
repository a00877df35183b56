import { clsx } from "clsx";
import { Info, type LucideIcon, OctagonX, TriangleAlert } from "lucide-react";
import type { Severity } from "@/lib/domain/registries/checks/finding";

export const severities: readonly Severity[] = ["error", "warning", "info"];

const looks: Record<Severity, { icon: LucideIcon; text: string }> = {
  error: { icon: OctagonX, text: "text-error" },
  warning: { icon: TriangleAlert, text: "text-warn" },
  info: { icon: Info, text: "text-info" },
};

export const severityText = (severity: Severity): string => looks[severity].text;

export function SeverityIcon({ severity, className }: { severity: Severity; className?: string }) {
  const { icon: Icon, text } = looks[severity];
  return <Icon size={14} aria-hidden className={clsx("shrink-0", text, className)} />;
}
