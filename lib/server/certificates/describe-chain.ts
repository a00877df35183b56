import "server-only";
import { createHash, X509Certificate } from "node:crypto";
import type { ChainLink } from "@/lib/domain/certificates/chain";
import { pemBlocks } from "@/lib/domain/certificates/pem";
import { hostNames } from "./alternative-names";
import { describeKey } from "./key-kind";
import { nameLine } from "./name-line";
import { weakDigestOf } from "./signature-digest";

const shortestRsa = 2048;

export const isSelfSigned = (certificate: X509Certificate) =>
  certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);

const toLink = (certificate: X509Certificate): ChainLink => {
  const { publicKey } = certificate;
  const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? shortestRsa;
  return {
    subject: nameLine(certificate.subject),
    issuer: nameLine(certificate.issuer),
    hosts: hostNames(certificate.subjectAltName),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    isCa: certificate.ca,
    isSelfSigned: isSelfSigned(certificate),
    keyKind: describeKey(publicKey),
    isKeyShort: publicKey.asymmetricKeyType === "rsa" && bits < shortestRsa,
    weakDigest: weakDigestOf(certificate.raw),
  };
};

export const describeChain = (certificates: readonly X509Certificate[]): ChainLink[] =>
  certificates.map(toLink);

/** The certificates of a stored file, which was checked when it came in. */
export const readStored = (pem: string): X509Certificate[] =>
  pemBlocks(pem).map(({ text }) => new X509Certificate(text));

/** SHA-256, in hex, of the public key: what a certificate and its private key have in common. */
export const publicKeyDigest = ({ publicKey }: X509Certificate): string =>
  createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
