import "server-only";
import type { CertificateRefusal } from "@/lib/domain/nodes/certificate";
import { keyInTheWay } from "@/lib/domain/nodes/known-key";
import { fail, ok, type Result } from "@/lib/domain/result";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { checkCertificate } from "@/lib/server/ssh/certificate-check";
import type { HostCertificate } from "@/lib/server/ssh/host-certificate";
import { describeHostKey, type PresentedHostKey } from "@/lib/server/ssh/public-key";
import type { AskedNode } from "./known-host";

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
