import "server-only";
import { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "@/lib/domain/certificates/schema";
import { alternativeNames } from "./alternative-names";
import { deliveredPaths } from "./delivered-paths";
import { fingerprintOf } from "./fingerprint";
import { describeKey } from "./key-kind";
import { nameLine } from "./name-line";

type Delivered = { pem: string; keyFingerprint: string | null };

/** What may be shown of a stored certificate, told by its first one: that is what a chain is for. */
export const describeCertificate = ({ pem, keyFingerprint }: Delivered): CertificateFacts => {
  const certificate = new X509Certificate(pem);
  const fingerprint = fingerprintOf(pem);
  return {
    kind: keyFingerprint === null ? "ca" : "client",
    subject: nameLine(certificate.subject),
    issuer: nameLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    fingerprint,
    hasKey: keyFingerprint !== null,
    keyKind: describeKey(certificate.publicKey),
    paths: deliveredPaths({ fingerprint, keyFingerprint }),
  };
};
