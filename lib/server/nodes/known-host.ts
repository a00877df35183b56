import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { KnownKeys } from "@/lib/domain/nodes/known-key";
import type { Db, Tx } from "@/lib/server/db/client";
import type { PresentedHostKey } from "@/lib/server/ssh/public-key";
import { findJumps, wayOf } from "./jump";

/** `via` is the way to the machine. */
export type KnownAddress = { id: string; host: string; port: number; via: string };

export type AskedNode = KnownAddress & KnownKeys & { name: string; jumpId: string | null };

/**
 * The keys that another one would replace: the one the node itself trusts, whatever became of its way, as a jump host may
 * have moved since; and the one trusted at its address, also by nodes that have moved away or were deleted since.
 */
export async function findKnown(tx: Db | Tx, { id, host, port, via }: KnownAddress): Promise<KnownKeys> {
  const own = await tx.hostKey.findUnique({ where: { nodeId: id } });
  const ofPlace = await tx.knownHost.findUnique({ where: { host_port_via: { host, port, via } } });
  return { known: [own, ofPlace].filter((key) => key !== null), isPlaceKnown: ofPlace !== null };
}

type Row = { id: string; name: string; host: string; port: number; jumpId: string | null };

/** A node with what is known of its key. */
export async function withKnown(tx: Db | Tx, { id, name, host, port, jumpId }: Row): Promise<AskedNode> {
  const address = { id, host, port, via: wayOf(await findJumps(tx, jumpId)) };
  return { ...address, name, jumpId, ...(await findKnown(tx, address)) };
}

/** The node may have moved or been trusted by somebody else while its machine was asked: then nothing is decided. */
async function refuseChanged(tx: Tx, asked: AskedNode, offered: string): Promise<void> {
  const now = await tx.node.findUnique({ where: { id: asked.id } });
  const isMoved = now?.host !== asked.host || now.port !== asked.port || now.jumpId !== asked.jumpId;
  if (isMoved || wayOf(await findJumps(tx, now.jumpId)) !== asked.via)
    throw new AppError("not-found", "gone");
  const seen = [offered, ...asked.known.map(({ publicKey }) => publicKey)];
  if ((await findKnown(tx, asked)).known.some(({ publicKey }) => !seen.includes(publicKey)))
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: now.name } });
}

/** By whose word a key is trusted. */
export type Origin = {
  trustedByName: string;
  authorityId: string | null;
  certificateId: string | null;
  certificateSerial: string | null;
  certificateValidUntil: Date | null;
};

/** The origin of a key that a person trusts, but for the name. */
export const byPerson = {
  authorityId: null,
  certificateId: null,
  certificateSerial: null,
  certificateValidUntil: null,
};

type Trusted = {
  key: PresentedHostKey;
  origin: Origin;
  /** What a person or another authority stands for at the address is left to the authority. */
  handsOver?: boolean;
};

/** Trusts a key, unless something else was decided meanwhile. What another one stands for at the address stays theirs. */
export async function storeHostKey(
  tx: Tx,
  asked: AskedNode,
  { key, origin, handsOver = false }: Trusted,
): Promise<void> {
  await refuseChanged(tx, asked, key.publicKey);
  const { id, host, port, via } = asked;
  const { trustedByName, authorityId } = origin;
  const trustedAt = new Date();
  const address = { host, port, via };
  const known = await tx.knownHost.findUnique({ where: { host_port_via: address } });
  if (authorityId === null || known === null || known.authorityId === authorityId || handsOver) {
    const row = { ...key, trustedAt, trustedByName, authorityId };
    await tx.knownHost.upsert({
      where: { host_port_via: address },
      create: { ...address, ...row },
      update: row,
    });
  }
  const own = await tx.hostKey.findUnique({ where: { nodeId: id } });
  const isRenewed =
    authorityId !== null && own?.authorityId === authorityId && own.publicKey === key.publicKey;
  const row = { ...key, ...origin, trustedAt: isRenewed ? own.trustedAt : trustedAt };
  await tx.hostKey.upsert({ where: { nodeId: id }, create: { nodeId: id, ...row }, update: row });
}
