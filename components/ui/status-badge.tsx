"use client";
import { useTranslations } from "next-intl";
import { Badge, textTones } from "./badge";
import { Spinner } from "./spinner";
import { type Status, statusLooks } from "./status";

type StatusBadgeProps = {
  status: Status;
  /** In place of the state's own word, when the page has a more exact one. */
  label?: string;
  /** Without the tint, for dense tables. */
  plain?: boolean;
};

export function StatusIcon({ status, size = 14 }: { status: Status; size?: number }) {
  const { icon: Icon } = statusLooks[status];
  return Icon === "ring" ? <Spinner size={size} /> : <Icon size={size} aria-hidden className="shrink-0" />;
}

export function StatusBadge({ status, label, plain = false }: StatusBadgeProps) {
  const t = useTranslations("common.status");
  const text = label ?? t(status);
  const { tone } = statusLooks[status];
  if (!plain)
    return (
      <Badge tone={tone} icon={<StatusIcon status={status} />}>
        {text}
      </Badge>
    );
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm ${textTones[tone]}`}>
      <StatusIcon status={status} />
      <span>{text}</span>
    </span>
  );
}
