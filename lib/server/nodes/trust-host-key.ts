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

type Address = { host: string; port: number };
type Asked = Address & { id: string; known: { publicKey: string } | null };

/** The key trusted at an address, also by nodes that have moved away or were deleted since. */
const findKnown = (tx: Db | Tx, { host, port }: Address) =>
  tx.knownHost.findUnique({ where: { host_port: { host, port } } });

/** The node may have moved or been trusted by somebody else while its machine was asked: then nothing is decided. */
async function refuseChanged(tx: Tx, asked: Asked, offered: string): Promise<void> {
  const now = await tx.node.findUnique({ where: { id: asked.id } });
  if (!now || now.host !== asked.host || now.port !== asked.port) throw new AppError("not-found", "gone");
  const key = (await findKnown(tx, now))?.publicKey;
  if (key !== asked.known?.publicKey && key !== offered)
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: now.name } });
}

async function fetchOffer(id: string) {
  const row = await db().node.findUnique({ where: { id } });
  if (!row) throw new AppError("not-found", "nodeNotFound");
  const node = { id, name: row.name, host: row.host, port: row.port, known: await findKnown(db(), row) };
  try {
    return { node, offer: await fetchHostKey({ host: node.host, port: node.port }) };
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    throw new AppError("unavailable", "hostKeyUnavailable", {
      params: { name: node.name, host: node.host, port: node.port },
      cause: error,
    });
  }
}

/** Asks the machine for its host key and shows it; nothing is trusted and no login is tried. */
export async function offerHostKey(id: string, actor: Actor): Promise<HostKeyOffer> {
  authorize(actor, "nodes:write");
  const { node, offer } = await fetchOffer(id);
  const { known } = node;
  return {
    host: node.host,
    port: node.port,
    algorithm: offer.algorithm,
    fingerprint: offer.fingerprint,
    trusted: known && { algorithm: known.algorithm, fingerprint: known.fingerprint },
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
  const replaces = node.known !== null && node.known.publicKey !== offer.publicKey;
  if (replaces && !input.replace)
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: node.name } });
  if (replaces) authorize(actor, "host-keys:replace");
  const row = { ...offer, trustedAt: new Date(), trustedByName: actor.name };
  await db().$transaction(async (tx) => {
    await refuseChanged(tx, node, offer.publicKey);
    const { host, port } = node;
    await tx.knownHost.upsert({
      where: { host_port: { host, port } },
      create: { host, port, ...row },
      update: row,
    });
    await tx.hostKey.upsert({ where: { nodeId: id }, create: { nodeId: id, ...row }, update: row });
    await recordAudit(tx, actor, {
      action: replaces ? "node.host-key-replaced" : "node.host-key-trusted",
      target: { type: "node", id, name: node.name },
      detail: {
        fingerprint: offer.fingerprint,
        replaced: replaces ? (node.known?.fingerprint ?? null) : null,
      },
    });
  });
}
