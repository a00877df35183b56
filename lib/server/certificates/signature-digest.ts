import "server-only";

/** Object identifiers, in hex, of signatures whose digest Go refuses (crypto/x509 InsecureAlgorithmError, go1.24). */
const weakDigests: Readonly<Record<string, string>> = {
  "2a864886f70d010102": "MD2",
  "2a864886f70d010104": "MD5",
  "2a864886f70d010105": "SHA-1",
  "2a8648ce380403": "SHA-1",
  "2a8648ce3d0401": "SHA-1",
};

type Element = { start: number; end: number };

/** The element of DER that begins at a place. What was parsed as a certificate before is sound DER. */
function elementAt(bytes: Uint8Array, place: number): Element {
  const first = bytes[place + 1] ?? 0;
  if (first < 0x80) return { start: place + 2, end: place + 2 + first };
  const start = place + 2 + (first & 0x7f);
  const length = bytes.subarray(place + 2, start).reduce((value, byte) => value * 256 + byte, 0);
  return { start, end: start + length };
}

/** The digest of a certificate's signature when it is one that is not accepted any more (RFC 5280 section 4.1). */
export function weakDigestOf(der: Uint8Array): string | null {
  const certificate = elementAt(der, 0);
  const signed = elementAt(der, certificate.start);
  const algorithm = elementAt(der, signed.end);
  const identifier = elementAt(der, algorithm.start);
  return weakDigests[Buffer.from(der.subarray(identifier.start, identifier.end)).toString("hex")] ?? null;
}
