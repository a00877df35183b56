import "server-only";
import { type AuditContent, canonicalContent } from "@/lib/domain/audit/content";
import type { Db, Tx } from "@/lib/server/db/client";
import { keyedDigest, vaultState } from "@/lib/server/secrets/vault";

export type NewEvent = Omit<AuditContent, "id" | "at">;
/** The newest event that has a digest. It is kept apart, so that removing the newest ones shows. */
export type Head = { id: number; digest: string };

const headKey = "audit.head";
/** What stands in for the digest before the first one. */
export const genesis = "";

/** Keyed, and over the digest before: whoever writes into the file without the master key can make none that fits. */
export const digestOf = (previous: string, event: AuditContent): string =>
  keyedDigest(`${previous}\n${canonicalContent(event)}`, "audit-event");

const sealOf = ({ id, digest }: Head): string => keyedDigest(`${id}\n${digest}`, "audit-head");

function parseHead(text: string): (Head & { seal: string }) | null {
  try {
    const { id, digest, seal } = JSON.parse(text) as Record<string, unknown>;
    const isWhole = Number.isSafeInteger(id) && typeof digest === "string" && typeof seal === "string";
    return isWhole ? { id: Number(id), digest, seal } : null;
  } catch {
    return null;
  }
}

const isReady = () => vaultState() === "ready";

/** Null where there is none, and where it is not ours. Without the master key nobody can tell, so it is taken. */
export async function readHead(tx: Pick<Tx, "setting">): Promise<Head | null> {
  const row = await tx.setting.findUnique({ where: { key: headKey } });
  const head = row && parseHead(row.value);
  if (!head || (isReady() && head.seal !== sealOf(head))) return null;
  return { id: head.id, digest: head.digest };
}

async function writeHead(tx: Tx, head: Head): Promise<void> {
  const value = JSON.stringify({ ...head, seal: sealOf(head) });
  await tx.setting.upsert({ where: { key: headKey }, create: { key: headKey, value }, update: { value } });
}

/** The newest event there is, or the newest of some; 0 where there is none. */
export async function lastEventId(source: Db | Tx, where: { digest?: { not: null } } = {}): Promise<number> {
  const last = await source.auditEvent.findFirst({ where, orderBy: { id: "desc" }, select: { id: true } });
  return last?.id ?? 0;
}

/**
 * Adds events to the end of the chain. It must run in a transaction: those take the write lock before they read, so
 * nobody else adds to the same end. While the master key is missing people still log in, and their events have no digest.
 */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<(NewEvent & Head)[]> {
  const head = await readHead(tx);
  // From the head as well, so that what was removed behind the last event left leaves a gap.
  const first = Math.max(head?.id ?? 0, await lastEventId(tx)) + 1;
  const at = new Date();
  let previous = head?.digest ?? genesis;
  const rows = events.map((event, index) => {
    const content = { ...event, id: first + index, at };
    if (!isReady()) return { ...content, digest: null };
    previous = digestOf(previous, content);
    return { ...content, digest: previous };
  });
  await tx.auditEvent.createMany({ data: rows });
  if (isReady()) await writeHead(tx, { id: first + rows.length - 1, digest: previous });
  return rows.map((row) => ({ ...row, digest: row.digest ?? "" }));
}
