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

/** Text that is not PEM, by what it most likely is. */
export const wrongFileKind = (text: string): "empty" | "pkcs12" | "der" | "base64" | "not-pem" => {
  const start = text.trimStart();
  if (start === "") return "empty";
  // Both are DER, which begins with a SEQUENCE; PKCS#12 goes on with the INTEGER 3 (RFC 7292 section 4).
  if (start.startsWith("0") && /^0[^\x20-\x7e]/.test(start)) {
    return start.slice(0, 12).includes("\x02\x01\x03") ? "pkcs12" : "der";
  }
  return /^MII[A-Za-z0-9+/=\s]{60,}$/.test(start) ? "base64" : "not-pem";
};

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
