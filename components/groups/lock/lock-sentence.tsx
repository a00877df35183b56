"use client";
import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { GroupLock } from "@/lib/domain/groups/lock";

type LockSentenceProps = { name: string; lock: Omit<GroupLock, "byId">; own?: boolean };

/** Which group is locked until when, by whom and why, in one sentence; time is the reader's own. */
export function LockSentence({ name, lock: { until, byName, reason }, own = false }: LockSentenceProps) {
  const t = useTranslations("grouplock");
  return (
    <span className="[overflow-wrap:anywhere]">
      {t.rich(own ? "own" : "locked", { name, by: byName, reason, time: () => <Time value={until} /> })}
    </span>
  );
}
