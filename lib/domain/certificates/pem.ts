/** One block of a PEM text: its label and the text from its first to its last line. */
export type PemBlock = { label: string; text: string };

const block =
  /-----BEGIN ([A-Z0-9][A-Z0-9 ]{0,62})-----[ \t]*\r?\n([^-]*(?:-(?!----)[^-]*)*)-----END \1-----/g;

/** The blocks of a PEM text in their order. Text between them is not part of PEM (RFC 7468) and left out. */
export const pemBlocks = (text: string): PemBlock[] =>
  [...text.matchAll(block)].map((match) => ({ label: match[1] ?? "", text: match[0] }));

export const isKeyLabel = (label: string): boolean =>
  label === "PRIVATE KEY" || label.endsWith(" PRIVATE KEY");

/** PKCS#8 says it in its label, the older forms in a header line (RFC 1421). */
export const isEncryptedKey = ({ label, text }: PemBlock): boolean =>
  label === "ENCRYPTED PRIVATE KEY" || /^Proc-Type: 4,ENCRYPTED/m.test(text);

export type WrongFileKind =
  | "empty"
  | "pkcs12"
  | "pkcs12-base64"
  | "pkcs7-der"
  | "der"
  | "der-key"
  | "jks"
  | "ssh-public-key"
  | "base64"
  | "not-pem";

const sshPublicKey = /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) AAAA/;

/** Text that is not PEM, by what it most likely is. Bytes that are no UTF-8 may have been lost on the way. */
export const wrongFileKind = (text: string): WrongFileKind => {
  const start = text.trimStart();
  if (start === "") return "empty";
  if (/^0[^\x20-\x7e]/.test(start)) return derKind(start);
  // The magic number of Java's keystores, FEEDFEED, as bytes or as a reader of UTF-8 leaves it.
  if (start.startsWith("\xfe\xed\xfe\xed") || start.startsWith("\ufffd\ufffd\ufffd\ufffd\0")) return "jks";
  if (sshPublicKey.test(start)) return "ssh-public-key";
  const dense = start.replace(/\s/g, "");
  if (!/^MII[A-Za-z0-9+/]{61,}={0,2}$/.test(dense)) return "not-pem";
  return derKind(atob(dense.slice(0, 32))) === "pkcs12" ? "pkcs12-base64" : "base64";
};

// The object identifiers of PKCS#7 (RFC 2315 section 14) and of encryption by password (RFC 8018 appendix A).
const pkcs7 = "\x06\x09*?H??\r\x01\x07";
const encryption = "\x06\x09*?H??\r\x01\x05";

/** DER begins with a SEQUENCE; what stands in it first tells the rest. */
function derKind(bytes: string): WrongFileKind {
  const start = bytes.slice(0, 24).replace(/[^\p{ASCII}]/gu, "?");
  const has = (text: string) => start.slice(1).includes(text);
  // PKCS#12 goes on with the INTEGER 3 (RFC 7292 section 4), private keys with 0 or 1 (RFC 5208, 8017, 5915).
  const version = start.slice(1, 8);
  if (version.includes("\x02\x01\x03")) return "pkcs12";
  if (version.includes("\x02\x01\0") || version.includes("\x02\x01\x01")) return "der-key";
  if (has(pkcs7)) return "pkcs7-der";
  return has(encryption) ? "der-key" : "der";
}

/** Splits pasted text that holds certificates and keys, as many tools export it, into the two parts of the form. */
export const splitPem = (text: string): { certificate: string; key: string } => {
  const blocks = pemBlocks(text);
  const isKeyPart = ({ label }: PemBlock) => isKeyLabel(label) || label === "EC PARAMETERS";
  const join = (part: PemBlock[]) => part.map((one) => `${one.text}\n`).join("");
  return {
    certificate: join(blocks.filter((one) => !isKeyPart(one))),
    key: join(blocks.filter((one) => isKeyLabel(one.label))),
  };
};
