import { expiryOf } from "./expiry";
import type { HostNames } from "./host-names";
import type { CertificateWarning, CertificateWarningCode } from "./schema";

/** One certificate of a file, as far as it matters for what can go wrong with it. */
export type ChainLink = {
  subject: string;
  issuer: string;
  hosts: HostNames;
  notBefore: string;
  notAfter: string;
  isCa: boolean;
  isSelfSigned: boolean;
  /** Kind and size of the public key, such as `RSA 2048`. */
  keyKind: string;
  /** An RSA key shorter than 2048 bits. */
  isKeyShort: boolean;
  /** Signed with a digest that Go does not accept any more: `SHA-1` or `MD5`. */
  weakDigest: string | null;
};

export type Chain = {
  links: readonly ChainLink[];
  /** Positions, from 1, in the order that TLS asks for; null when they stand so, or when their order does not matter. */
  order: readonly number[] | null;
  /** Positions of those that stand in a chain and signed none of it. */
  unrelated: readonly number[];
  hasKey: boolean;
};

export type Severity = "error" | "warning" | "info";

const severities: Partial<Record<CertificateWarningCode, Severity>> = {
  expired: "error",
  "not-yet-valid": "error",
  "root-missing": "info",
};

export const severityOf = (code: CertificateWarningCode): Severity => severities[code] ?? "warning";

type Finder = (link: ChainLink, chain: Chain, now: Date) => CertificateWarningCode | null;

const dated: Finder = ({ notBefore, notAfter }, _, now) => {
  const { state } = expiryOf(notAfter, now);
  if (state === "expired") return "expired";
  if (Date.parse(notBefore) > now.getTime()) return "not-yet-valid";
  return state === "soon" ? "expires-soon" : null;
};

/** As a CA file, a server's own certificate trusts that server alone. */
const role: Finder = ({ isCa, isSelfSigned }, { hasKey }) => {
  if (isCa || hasKey) return null;
  return isSelfSigned ? "self-signed-leaf" : "not-a-ca";
};

const nameless: Finder = ({ isCa, hosts }, { hasKey }) =>
  !isCa && !hasKey && hosts.dns.length + hosts.ips.length === 0 ? "no-names" : null;

// The signature of what is trusted by itself is never checked, so a root may bear an old one.
const digest: Finder = ({ weakDigest, isSelfSigned }) =>
  weakDigest !== null && !isSelfSigned ? "weak-signature" : null;

const length: Finder = ({ isKeyShort }) => (isKeyShort ? "short-key" : null);

const finders = [dated, role, nameless, digest, length];

/** What may be meant and is worth a word: each with the position, from 1, of the certificate it is about. */
export function chainWarnings(chain: Chain, now: Date): CertificateWarning[] {
  const { links, order, hasKey } = chain;
  const found = links.flatMap((link, index) =>
    finders.flatMap((find) => {
      const code = find(link, chain, now);
      return code === null ? [] : [{ code, position: index + 1 }];
    }),
  );
  if (order) found.push({ code: "chain-order", position: 1 });
  found.push(...chain.unrelated.map((position) => ({ code: "unrelated" as const, position })));
  const [first] = links;
  if (hasKey && first?.isSelfSigned) found.push({ code: "self-signed-client", position: 1 });
  const isPartial = !hasKey && links.every(({ isCa, isSelfSigned }) => isCa && !isSelfSigned);
  if (isPartial) found.push({ code: "root-missing", position: links.length });
  return found;
}
