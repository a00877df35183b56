import { join } from "node:path";
import Database from "better-sqlite3";

const hour = 60 * 60 * 1000;

/** Locks every group as somebody else would have meanwhile; without `by` nobody has. */
export function lockAs(data: string, by: string | null) {
  const file = new Database(join(data, "pullpath.db"));
  const until = by && new Date(Date.now() + hour).toISOString().replace("Z", "+00:00");
  file
    .prepare('UPDATE "Group" SET lockedUntil = ?, lockReason = ?, lockedById = ?, lockedByName = ?')
    .run(until, by && "maintenance", by, by);
  file.close();
}
