import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Outcome, PushStatus } from "@/lib/domain/pushes/outcomes";
import { outcomeLooks, pushLooks } from "./looks";

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("faults.outcomes");
  return <StatusBadge status={outcomeLooks[outcome]} label={t(`${outcome}.word`)} />;
}

export function PushBadge({ status, plain }: { status: PushStatus; plain?: boolean }) {
  const t = useTranslations("pushes.status");
  return <StatusBadge status={pushLooks[status]} label={t(status)} plain={plain ?? false} />;
}
