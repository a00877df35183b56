import type { GroupView } from "./views";

/** A revision that waits to be pushed, and the one that the nodes were pushed. */
export type Unpushed = { saved: number; pushed: number };

/** The newest revision of the configuration where the group was pushed an older one; null where none waits. */
export function unpushedOf({
  wantedRevision,
  newestRevision,
}: Pick<GroupView, "wantedRevision" | "newestRevision">): Unpushed | null {
  if (wantedRevision === null || newestRevision === null) return null;
  const { number: pushed } = wantedRevision;
  return newestRevision > pushed ? { saved: newestRevision, pushed } : null;
}
