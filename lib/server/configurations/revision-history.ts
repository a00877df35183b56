import "server-only";
import { setImmediate } from "node:timers/promises";
import type { HistoryLine, RevisionHistory } from "@/lib/domain/configurations/views";
import { AppError } from "@/lib/domain/errors";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { changesBetween, loadComparable } from "./compare-revisions";
import { listHoldings } from "./holdings";
import { revisionFields, toLine } from "./queries";

const pageSize = 20;

type Asked = { id: string; below?: number | undefined };

/** The revisions of a configuration with what each changed and where it is: a page of them, newest first. */
export const listHistory = async ({ id, below }: Asked, actor: Actor): Promise<RevisionHistory> => {
  authorize(actor, "read");
  const newest = await db().revision.aggregate({ where: { configurationId: id }, _max: { number: true } });
  if (newest._max.number === null) throw new AppError("not-found", "configurationNotFound");
  // One more than is shown, as each is compared with the one before it.
  const rows = await db().revision.findMany({
    where: { configurationId: id, ...(below === undefined ? {} : { number: { lt: below } }) },
    orderBy: { number: "desc" },
    take: pageSize + 1,
    select: revisionFields,
  });
  const holdings = await listHoldings(id);
  const load = loadOnce();
  const lines: HistoryLine[] = [];
  for (const [at, row] of rows.slice(0, pageSize).entries()) {
    const before = rows[at + 1];
    const changes = before ? await countChanges(before, row, load) : null;
    lines.push({ ...toLine(row), changes, holdings: holdings.get(row.id) ?? [] });
  }
  const more = rows.length > pageSize;
  return { newest: newest._max.number, lines, older: more ? (lines.at(-1)?.number ?? null) : null };
};

type Stored = { id: string; createdAt: Date };
type Load = (revision: Stored) => ReturnType<typeof loadComparable>;

/** Each revision of a page stands in two comparisons, and is read for the first of them. */
const loadOnce = (): Load => {
  const loaded = new Map<string, ReturnType<typeof loadComparable>>();
  return (revision) => {
    const known = loaded.get(revision.id) ?? loadComparable(db(), revision);
    loaded.set(revision.id, known);
    return known;
  };
};

/** Revisions never change, and neither does what lies between two of them. */
const counted = new Map<string, number>();
const mostCounted = 5_000;

const countChanges = async (before: Stored, after: Stored, load: Load): Promise<number> => {
  const key = `${before.id} ${after.id}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  // Reading long revisions never waits for anything, so whoever else asks gets a turn between them.
  await setImmediate();
  const count = changesBetween(await load(before), await load(after)).length;
  if (counted.size >= mostCounted) counted.clear();
  counted.set(key, count);
  return count;
};
