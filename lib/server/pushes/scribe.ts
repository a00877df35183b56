import "server-only";
import { type EventLine, insertEvents, type NodeColumns, updateOpenNodes } from "@/lib/server/db/bulk";
import { db, type Tx } from "@/lib/server/db/client";
import { singleton } from "@/lib/server/singleton";

/**
 * What one call hands over: a line of a record, columns of a node, or both. The line goes with the columns: where the
 * node has ended already, neither is written.
 */
type Note = { line?: EventLine; node?: { id: string; set: NodeColumns } };
type Waiting = Note & { resolve: () => void; reject: (error: unknown) => void };

/** So long is gathered what is written at once: nobody sees the difference, and the disk is waited for less often. */
const gatherMs = 10;
const mostAtOnce = 500;

const desk = () => singleton("push-scribe", () => ({ waiting: [] as Waiting[], isAtWork: false }));

type Change = { id: string } & NodeColumns;

/** What becomes of each node, the later change over the earlier one, and the notes that count: nothing follows an end. */
function fold(notes: readonly Note[]): { changes: Change[]; counting: Note[] } {
  const changes = new Map<string, Change>();
  const counting = notes.filter(({ node }) => {
    if (!node) return true;
    const last = changes.get(node.id);
    if (last?.outcome !== undefined) return false;
    changes.set(node.id, { ...last, id: node.id, ...node.set });
    return true;
  });
  return { changes: [...changes.values()], counting };
}

async function writeWith(tx: Pick<Tx, "$executeRaw" | "$queryRaw">, notes: readonly Note[]): Promise<void> {
  const { changes, counting } = fold(notes);
  const open = new Set(changes.length > 0 ? await updateOpenNodes(tx, changes) : []);
  const lines = counting.flatMap(({ line, node }) => (line && (!node || open.has(node.id)) ? [line] : []));
  if (lines.length > 0) await insertEvents(tx, lines);
}

/** In one transaction, where it is more than lines. */
const write = (notes: readonly Note[]): Promise<void> =>
  notes.some(({ node }) => node) ? db().$transaction((tx) => writeWith(tx, notes)) : writeWith(db(), notes);

/** What cannot be written together is written by halves, so that nobody pays for another. */
async function settle(batch: readonly Waiting[]): Promise<void> {
  try {
    await write(batch);
    for (const { resolve } of batch) resolve();
  } catch (error) {
    if (batch.length === 1) return batch[0]?.reject(error);
    const half = batch.length >> 1;
    await settle(batch.slice(0, half));
    await settle(batch.slice(half));
  }
}

async function work(): Promise<void> {
  const { waiting } = desk();
  while (waiting.length > 0) await settle(waiting.splice(0, mostAtOnce));
  desk().isAtWork = false;
}

/**
 * Writes into the records of pushes, whosever they are: what is handed over within a moment goes to the database
 * together and in the order of the calls. Resolves when it is there.
 */
export function hand(note: Note): Promise<void> {
  return new Promise((resolve, reject) => {
    desk().waiting.push({ ...note, resolve, reject });
    if (desk().isAtWork) return;
    desk().isAtWork = true;
    setTimeout(() => void work(), gatherMs);
  });
}
