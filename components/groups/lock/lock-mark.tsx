import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { GroupLock } from "@/lib/domain/groups/lock";

/** Beside the name of a group: that a lock is held, whoever reads. Nothing where there is none. */
export function LockMark({ lock }: { lock: Pick<GroupLock, "byName"> | null }) {
  const t = useTranslations("common");
  return lock === null ? null : (
    <Badge tone="warn" icon={<Lock size={12} aria-hidden className="shrink-0" />}>
      {t("lockedBy", { by: lock.byName })}
    </Badge>
  );
}
