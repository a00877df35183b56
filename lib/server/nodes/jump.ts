import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Db, Tx } from "@/lib/server/db/client";

/** More machines on the way to one are a mistake. */
const mostJumps = 5;

/** The nodes on the way to one that is reached through `jumpId`, the nearest to it first. */
export async function findJumps(source: Db | Tx, jumpId: string | null) {
  const jumps = [];
  for (let next = jumpId; next !== null; ) {
    const jump = await source.node.findUnique({ where: { id: next }, include: { hostKey: true } });
    if (!jump) throw new AppError("invalid", "jumpNotFound", { issues: [unknownJump] });
    jumps.push(jump);
    if (jumps.length > mostJumps)
      throw new AppError("invalid", "jumpTooFar", { params: { count: mostJumps } });
    next = jump.jumpId;
  }
  return jumps;
}

const unknownJump = { path: ["jumpId"], code: "not-found" };

/** The way as it is kept with a known host key: machines behind different jump hosts may share an address. */
export const wayOf = (jumps: readonly { host: string; port: number }[]): string =>
  jumps.map(({ host, port }) => `${host} ${port}`).join(", ");

/** Refuses a way that is not there, is too long, or leads back to the node itself. */
export async function requireJump(tx: Tx, jumpId: string | null, nodeId?: string): Promise<void> {
  if (jumpId === null) return;
  if (jumpId !== nodeId && !(await leadsThrough(tx, jumpId, nodeId))) return;
  throw new AppError("invalid", "jumpLoop", { issues: [{ path: ["jumpId"], code: "jump-loop" }] });
}

/** The nodes and all that are reached through them, however far behind. */
export async function listReachedThrough(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = [...ids];
  let level = [...ids];
  for (let hop = 0; hop < mostJumps && level.length > 0; hop += 1) {
    const behind = await tx.node.findMany({ where: { jumpId: { in: level } }, select: { id: true } });
    level = behind.map((node) => node.id);
    found.push(...level);
  }
  return found;
}

/** Refuses a way that got too long for a node somewhere behind this one. */
export async function refuseTooFar(tx: Tx, id: string): Promise<void> {
  const ids = await listReachedThrough(tx, [id]);
  const rows = await tx.node.findMany({
    where: { id: { in: ids } },
    select: { jumpId: true },
    distinct: ["jumpId"],
  });
  for (const { jumpId } of rows) await findJumps(tx, jumpId);
}

const leadsThrough = async (tx: Tx, jumpId: string, nodeId: string | undefined) =>
  (await findJumps(tx, jumpId)).some(({ id }) => id === nodeId);
