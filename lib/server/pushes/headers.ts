import "server-only";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import type { PushHeaderRow } from "@/lib/server/db/rows";
import { type Counted, toHeader } from "./views";

/** Headers of pushes in their order. Their nodes are counted by the database: there may be thousands of each. */
export async function toHeaders(rows: readonly PushHeaderRow[]): Promise<PushHeader[]> {
  const groups = await db().pushNode.groupBy({
    by: ["pushId", "outcome"],
    where: { pushId: { in: rows.map(({ id }) => id) } },
    _count: { _all: true },
  });
  const counted = new Map<string, Counted[]>(rows.map(({ id }) => [id, []]));
  for (const { pushId, outcome, _count } of groups)
    counted.get(pushId)?.push({ outcome, count: _count._all });
  return rows.map((row) => toHeader(row, counted.get(row.id) ?? []));
}
