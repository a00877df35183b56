import "server-only";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import type { ScheduledNode } from "@/lib/domain/pushes/schedule";
import { db } from "@/lib/server/db/client";
import { type PushTaskRow, taskColumns } from "@/lib/server/db/rows";

/** So many rows at once keep nobody else waiting. */
const pageSize = 250;

/** All nodes of a push, in the order in which they go. */
export async function listTasks(pushId: string): Promise<PushTaskRow[]> {
  const rows: PushTaskRow[] = [];
  for (let from = 0; ; from += pageSize) {
    const where = { pushId, position: { gte: from, lt: from + pageSize } };
    const page = await db().pushNode.findMany({ where, orderBy: { position: "asc" }, select: taskColumns });
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

/**
 * The nodes of a push as its runner knows them. Whoever holds the push is the only one who ends its nodes, so that after
 * the first look only those are read again of which something is known to have changed.
 */
export class Tasks {
  readonly #rows: Map<string, PushTaskRow>;
  readonly #changed = new Set<string>();

  private constructor(rows: readonly PushTaskRow[]) {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  static async open(pushId: string): Promise<Tasks> {
    return new Tasks(await listTasks(pushId));
  }

  /** In the order in which they go. */
  list(): PushTaskRow[] {
    return [...this.#rows.values()];
  }

  /** The row of a node may be another one by now. */
  noteChange(id: string): void {
    this.#changed.add(id);
  }

  /** Whether its row is older than what is known of it, so that nothing may be concluded from it. */
  isStale(id: string): boolean {
    return this.#changed.has(id);
  }

  /** Reads what changed so far. */
  async catchUp(): Promise<void> {
    const ids = [...this.#changed];
    this.#changed.clear();
    for (let from = 0; from < ids.length; from += pageSize) {
      const where = { id: { in: ids.slice(from, from + pageSize) } };
      for (const row of await db().pushNode.findMany({ where, select: taskColumns }))
        this.#rows.set(row.id, row);
    }
  }
}

/** `isBusy` says that it is at work, or was until now, and nobody read yet how it ended. */
export function toScheduled(row: PushTaskRow, isBusy: boolean): ScheduledNode {
  // In a dry run a node that was rehearsed on is no one that was left out.
  const isRehearsed = row.outcome === "skipped" && row.startedAt !== null;
  const open = isBusy ? "running" : "queued";
  return {
    id: row.id,
    role: row.role as ScheduledNode["role"],
    clusterId: row.clusterId,
    state: isRehearsed ? "unchanged" : ((row.outcome as Outcome | null) ?? open),
  };
}
