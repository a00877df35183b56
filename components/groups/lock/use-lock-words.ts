import { useTranslations } from "next-intl";
import type { GroupLock, Person } from "@/lib/domain/groups/lock";
import { lockedBy } from "@/lib/domain/groups/lockers";

/** Why a lock keeps the reader from a group, in words; undefined where none does. */
export function useLockWords(lock: GroupLock | null, person: Pick<Person, "userId">): string | undefined {
  const t = useTranslations("common");
  const by = lockedBy(lock, person);
  return by === null ? undefined : t("lockedBy", { by });
}
