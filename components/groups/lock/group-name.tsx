import { TextLink } from "@/components/ui/text-link";
import type { GroupLock } from "@/lib/domain/groups/lock";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { LockMark } from "./lock-mark";

/** A group in a list: its name, and whether a lock is held. */
export function GroupName({ id, name, lock }: Named & { lock: Pick<GroupLock, "byName"> | null }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <TextLink href={pages.group(id)}>{name}</TextLink>
      <LockMark lock={lock} />
    </span>
  );
}
