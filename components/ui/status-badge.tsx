"use client";
import { useTranslations } from "next-intl";
import { Badge, textTones } from "./badge";
import { type Status, statusLooks } from "./status";
import { StatusIcon } from "./status-icon";

type StatusBadgeProps = {
  status: Status;
  /** In place of the state's own word, when the page has a more exact one. */
  label?: string;
  /** Without the tint, for dense tables. */
  plain?: boolean;
};

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
    <span className={`inline-flex items-center gap-1.5 align-top text-sm ${textTones[tone]}`}>
      <StatusIcon status={status} />
      <span>{text}</span>
    </span>
  );
}
