import "server-only";
import type { KeyObject, X509Certificate } from "node:crypto";
import { isSelfSigned } from "./describe-chain";

const signed = (issuer: X509Certificate, certificate: X509Certificate) =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** The one a chain is for: the certificate of the key, or the only one that is no authority. */
function findLeaf(certificates: readonly X509Certificate[], key: KeyObject | null) {
  if (key) return certificates.find((certificate) => certificate.checkPrivateKey(key));
  const leaves = certificates.filter(({ ca }) => !ca);
  return leaves.length === 1 ? leaves[0] : undefined;
}

type ChainOrder = {
  /** Positions, from 1, as TLS asks for them; null when they stand so already. */
  order: number[] | null;
  /** Positions of those that signed none of the others. */
  unrelated: number[];
};

/**
 * The order TLS asks for (RFC 8446 section 4.4.2): the leaf, then each that signed the one before it; what signed none
 * of them goes to the end. A mere set of authorities has no order.
 */
export function chainOrder(certificates: readonly X509Certificate[], key: KeyObject | null): ChainOrder {
  const leaf = findLeaf(certificates, key);
  if (!leaf) return { order: null, unrelated: [] };
  const sorted = [leaf];
  for (let last: X509Certificate | undefined = leaf; last && !isSelfSigned(last); ) {
    const below: X509Certificate = last;
    last = certificates.find((each) => !sorted.includes(each) && signed(each, below));
    if (last) sorted.push(last);
  }
  const rest = certificates.filter((each) => !sorted.includes(each));
  const positions = (some: readonly X509Certificate[]) => some.map((each) => certificates.indexOf(each) + 1);
  const order = positions([...sorted, ...rest]);
  const isRight = order.every((position, index) => position === index + 1);
  return { order: isRight ? null : order, unrelated: positions(rest) };
}
