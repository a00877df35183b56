import "server-only";
import { AppError } from "@/lib/domain/errors";
import { db, type Tx } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/errors";
import { revisionTransaction } from "./insert-revision";
import { getRevision } from "./queries";

/** What a new revision is based on: the newest one its author knew. */
type Base = { id: string; baseNumber: number };

/** Runs what adds a revision. Of two that do so at once, the later one is told of the conflict. */
export const appendRevision = async <Saved>(
  { id, baseNumber }: Base,
  write: (tx: Tx) => Promise<Saved>,
): Promise<Saved> => {
  try {
    return await db().$transaction(write, revisionTransaction);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const newest = await getRevision(db(), id);
    throw newest.number > baseNumber ? conflictWith(newest) : error;
  }
};

/** Someone saved since. Nothing of theirs is ever overwritten. */
export const conflictWith = ({ number, authorName }: { number: number; authorName: string }): AppError =>
  new AppError("conflict", "revisionConflict", { params: { number, authorName } });
