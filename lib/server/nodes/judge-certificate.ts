import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { CertificateRefusal } from "@/lib/domain/nodes/certificate";
import { isOfAnother, keyInTheWay } from "@/lib/domain/nodes/known-key";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type AuditEntry, recordAudit } from "@/lib/server/audit";
import { db, type Tx } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { checkCertificate } from "@/lib/server/ssh/certificate-check";
import type { HostCertificate } from "@/lib/server/ssh/host-certificate";
import { describeHostKey, fingerprintOf, type PresentedHostKey } from "@/lib/server/ssh/public-key";
import { type AskedNode, findKnown, storeHostKey } from "./known-host";

type StoredAuthority = { id: string; name: string; publicKey: string; patterns: string };

/** A key that an authority vouches for, not yet stored. */
export type VouchedKey = {
  key: PresentedHostKey;
  certificate: Pick<HostCertificate, "keyId" | "serial" | "validUntil">;
  authority: StoredAuthority;
  /** The key in whose place it comes. */
  replaced: { publicKey: string; fingerprint: string } | null;
  /** A person says so: the same key, for which a person or another authority stood, is left to this one. */
  handsOver?: boolean;
};

/** Whether certificates count for a node: what a person trusts no certificate replaces. */
export const mayBeVouched = (hostKey: { authorityId: string | null } | null): boolean =>
  hostKey === null || hostKey.authorityId !== null;

/** What breaks while the bytes of a stranger are read is an unreadable certificate: it must not end a whole review. */
function check(node: AskedNode, wire: Buffer, authorities: readonly StoredAuthority[]) {
  try {
    return checkCertificate({ wire, address: node, authorities, now: Date.now() });
  } catch (error) {
    log.warn("host-certificate.unreadable", { nodeId: node.id, error });
    return fail({ code: "unreadable" as const, params: {} });
  }
}

/**
 * Asks the stored authorities which key of a node they vouch for; undefined where there are none. Another key than the
 * known one is taken only where the same authority vouched for that one, at this place.
 */
export async function judgeCertificate(
  node: AskedNode,
  fetch: () => Promise<Buffer | null>,
): Promise<Result<VouchedKey, CertificateRefusal> | undefined> {
  const authorities = await db().hostAuthority.findMany();
  if (authorities.length === 0) return undefined;
  const wire = await fetch();
  if (!wire) return fail({ code: "none", params: {} });
  const checked = check(node, wire, authorities);
  if (!checked.ok) return checked;
  const { certificate, authority } = checked.value;
  const key = describeHostKey(certificate.key);
  const kept = keyInTheWay(node, { publicKey: key.publicKey, authorityId: authority.id });
  if (kept) return fail({ code: "kept", params: { known: kept.fingerprint, presented: key.fingerprint } });
  const replaced = node.known.find(({ publicKey }) => publicKey !== key.publicKey) ?? null;
  return ok({ key, certificate, authority, replaced });
}

type Author = Parameters<typeof recordAudit>[1];

function changeOf(node: AskedNode, { authority, replaced, handsOver }: VouchedKey): string {
  if (replaced) return "replaced";
  if (handsOver) return "handed-over";
  return node.known.some(({ authorityId }) => authorityId === authority.id) ? "renewed" : "trusted";
}

function entryOf(node: AskedNode, vouched: VouchedKey): AuditEntry {
  const { key, certificate, authority, replaced } = vouched;
  return {
    action: `node.host-key-${changeOf(node, vouched)}`,
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

/**
 * What was decided while the machine was asked counts: a key in the way is refused, and the same key stays with the person
 * or the authority that stands for it, unless a person leaves it to this one. Whether there is something to store.
 */
async function isOpen(tx: Tx, node: AskedNode, { key, authority, handsOver }: VouchedKey): Promise<boolean> {
  const now = await findKnown(tx, node);
  const asked = { publicKey: key.publicKey, authorityId: authority.id };
  const own = await tx.hostKey.findUnique({ where: { nodeId: node.id } });
  const isElsewhere = !handsOver && isOfAnother(now, asked);
  if (keyInTheWay(now, asked) || (isElsewhere && own === null))
    throw new AppError("conflict", "hostKeyReplaces", { params: { name: node.name } });
  return handsOver || own?.publicKey !== key.publicKey || own.authorityId === authority.id;
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
