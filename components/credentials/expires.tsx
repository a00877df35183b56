import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import { expiryOf } from "@/lib/domain/certificates/expiry";

/** The day a certificate ends, with how near it is or how long ago it was when that matters. `now` is the page's time. */
export function Expires({ notAfter, now }: { notAfter: string; now: string }) {
  const t = useTranslations("certificates");
  const { state, days } = expiryOf(notAfter, new Date(now));
  return (
    <div className="flex flex-col items-start gap-1">
      <Time value={notAfter} style="date" />
      {state === "soon" ? <StatusBadge status="warning" label={t("daysLeft", { days })} plain /> : null}
      {state === "expired" ? <StatusBadge status="failed" label={t("expiredFor", { days })} plain /> : null}
    </div>
  );
}
