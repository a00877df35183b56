import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isOfAnother, type KnownKey, keyInTheWay } from "@/lib/domain/nodes/known-key";
import { type AuditEntry, recordAudit } from "@/lib/server/audit";
import { db, type Tx } from "@/lib/server/db/client";
import { fingerprintOf } from "@/lib/server/ssh/public-key";
import type { VouchedKey } from "./judge-certificate";
import { type AskedNode, findKnown, storeHostKey } from "./known-host";

type Author = Parameters<typeof recordAudit>[1];

function actionOf(node: AskedNode, { authority, replaced, handsOver }: VouchedKey): AuditEntry["action"] {
  if (replaced) return "node.host-key-replaced";
  if (handsOver) return "node.host-key-handed-over";
  const isRenewed = node.known.some(({ authorityId }) => authorityId === authority.id);
  return isRenewed ? "node.host-key-renewed" : "node.host-key-trusted";
}

function entryOf(node: AskedNode, vouched: VouchedKey): AuditEntry {
  const { key, certificate, authority, replaced } = vouched;
  return {
    action: actionOf(node, vouched),
    target: { type: "node", id: node.id, name: node.name },
    detail: {
      fingerprint: key.fingerprint,
      replaced: replaced && fingerprintOf(replaced.publicKey),
      authority: authority.name,
      certificate: certificate.keyId,
      serial: certificate.serial,
    },
  };
}

const isSame = (one: KnownKey, other: KnownKey) =>
  one.publicKey === other.publicKey && one.authorityId === other.authorityId;

/**
 * What was decided while the machine was asked counts: a key in the way is refused, and the same key stays with the person
 * or the authority that stands for it, unless a person who knew of that leaves it to this one. Whether there is something
 * to store.
 */
async function isOpen(tx: Tx, node: AskedNode, { key, authority, handsOver }: VouchedKey): Promise<boolean> {
  const now = await findKnown(tx, node);
  const asked = { publicKey: key.publicKey, authorityId: authority.id };
  const own = await tx.hostKey.findUnique({ where: { nodeId: node.id } });
  const isElsewhere = !handsOver && isOfAnother(now, asked);
  if (keyInTheWay(now, asked) || (isElsewhere && own === null))
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: node.name } });
  if (handsOver) return now.known.every((each) => node.known.some((seen) => isSame(each, seen)));
  return own?.publicKey !== key.publicKey || own.authorityId === authority.id;
}

/** Connections side by side come to the same end. */
async function isStored(tx: Tx, nodeId: string, { key, certificate, authority }: VouchedKey) {
  const { keyId, serial, validUntil } = certificate;
  const own = await tx.hostKey.findUnique({ where: { nodeId } });
  if (own?.publicKey !== key.publicKey || own.authorityId !== authority.id) return false;
  const until = own.certificateValidUntil?.getTime() ?? null;
  return own.certificateSerial === serial && own.certificateId === keyId && until === validUntil;
}

/** Trusts the key by the word of the authority; false where another word counts for it by now, which stays. */
export async function storeVouched(node: AskedNode, vouched: VouchedKey, author: Author): Promise<boolean> {
  const { key, certificate, authority, handsOver = false } = vouched;
  const { keyId, serial, validUntil } = certificate;
  return db().$transaction(async (tx) => {
    if (!(await tx.hostAuthority.findUnique({ where: { id: authority.id }, select: { id: true } })))
      throw new AppError("not-found", "gone");
    if (!(await isOpen(tx, node, vouched))) return false;
    if (await isStored(tx, node.id, vouched)) return true;
    const origin = {
      trustedByName: authority.name,
      authorityId: authority.id,
      certificateId: keyId,
      certificateSerial: serial,
      certificateValidUntil: validUntil === null ? null : new Date(validUntil),
    };
    await storeHostKey(tx, node, { key, origin, handsOver });
    await recordAudit(tx, author, entryOf(node, vouched));
    return true;
  });
}
