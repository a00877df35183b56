import "server-only";
import type * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import type { trustHostKeySchema } from "@/lib/domain/nodes/schema";
import type { HostKeyOffer } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { SshFault } from "@/lib/server/ssh/fault";
import { fetchHostKey } from "@/lib/server/ssh/host-key";
import { findJumps, wayOf } from "./jump";
import { getJumpWithSecrets } from "./target";

type Address = { host: string; port: number; via: string };
type Asked = Address & { id: string; jumpId: string | null; known: readonly { publicKey: string }[] };

/**
 * The keys that another one would replace: the one the node itself trusts, whatever became of its way, as a jump host may
 * have moved since; and the one trusted at its address, also by nodes that have moved away or were deleted since.
 */
const findKnown = async (tx: Db | Tx, { id, host, port, via }: Address & { id: string }) =>
  [
    await tx.hostKey.findUnique({ where: { nodeId: id } }),
    await tx.knownHost.findUnique({ where: { host_port_via: { host, port, via } } }),
  ].filter((key) => key !== null);

/** The node may have moved or been trusted by somebody else while its machine was asked: then nothing is decided. */
async function refuseChanged(tx: Tx, asked: Asked, offered: string): Promise<void> {
  const now = await tx.node.findUnique({ where: { id: asked.id } });
  const isMoved = now?.host !== asked.host || now.port !== asked.port || now.jumpId !== asked.jumpId;
  if (isMoved || wayOf(await findJumps(tx, now.jumpId)) !== asked.via)
    throw new AppError("not-found", "gone");
  const seen = [offered, ...asked.known.map(({ publicKey }) => publicKey)];
  if ((await findKnown(tx, asked)).some(({ publicKey }) => !seen.includes(publicKey)))
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: now.name } });
}

async function fetchOffer(id: string) {
  const row = await db().node.findUnique({ where: { id } });
  if (!row) throw new AppError("not-found", "nodeNotFound");
  const { name, host, port, jumpId } = row;
  const address = { host, port, via: wayOf(await findJumps(db(), jumpId)) };
  const node = { id, name, jumpId, ...address, known: await findKnown(db(), { id, ...address }) };
  const jump = await getJumpWithSecrets(jumpId);
  try {
    return { node, offer: await fetchHostKey({ host, port, jump }) };
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    const failed = error.params["jump"];
    throw new AppError("unavailable", failed ? "hostKeyBehindJump" : "hostKeyUnavailable", {
      params: { name, host, port, ...(failed && { jump: failed }) },
      cause: error,
    });
  }
}

/** Asks the machine for its host key and shows it; nothing is trusted and no login is tried. */
export async function offerHostKey(id: string, actor: Actor): Promise<HostKeyOffer> {
  authorize(actor, "nodes:write");
  const { node, offer } = await fetchOffer(id);
  const known = node.known.find(({ publicKey }) => publicKey !== offer.publicKey) ?? node.known[0];
  return {
    host: node.host,
    port: node.port,
    algorithm: offer.algorithm,
    fingerprint: offer.fingerprint,
    trusted: known ? { algorithm: known.algorithm, fingerprint: known.fingerprint } : null,
  };
}

/**
 * Trusts the key with the fingerprint that a person compared. The key is fetched again: one that has another
 * fingerprint by now is not stored, and one that would replace a key trusted at this address only when that was said.
 */
export async function trustHostKey(
  id: string,
  input: z.infer<typeof trustHostKeySchema>,
  actor: Actor,
): Promise<void> {
  authorize(actor, "nodes:write");
  const { node, offer } = await fetchOffer(id);
  if (offer.fingerprint !== input.fingerprint.replace(/=$/, ""))
    throw new AppError("conflict", "hostKeyDiffers", {
      params: { name: node.name, fingerprint: offer.fingerprint },
    });
  const replaced = node.known.find(({ publicKey }) => publicKey !== offer.publicKey);
  const replaces = replaced !== undefined;
  if (replaces && !input.replace)
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: node.name } });
  if (replaces) authorize(actor, "host-keys:replace");
  const row = { ...offer, trustedAt: new Date(), trustedByName: actor.name };
  await db().$transaction(async (tx) => {
    await refuseChanged(tx, node, offer.publicKey);
    const { host, port, via } = node;
    await tx.knownHost.upsert({
      where: { host_port_via: { host, port, via } },
      create: { host, port, via, ...row },
      update: row,
    });
    await tx.hostKey.upsert({ where: { nodeId: id }, create: { nodeId: id, ...row }, update: row });
    await recordAudit(tx, actor, {
      action: replaces ? "node.host-key-replaced" : "node.host-key-trusted",
      target: { type: "node", id, name: node.name },
      detail: {
        fingerprint: offer.fingerprint,
        replaced: replaced?.fingerprint ?? null,
      },
    });
  });
}
