import "server-only";
import { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "@/lib/domain/certificates/schema";
import { deliveredPaths } from "./delivered-paths";
import { fingerprintOf } from "./fingerprint";
import { describeKey } from "./key-kind";

type Delivered = { pem: string; keyFingerprint: string | null };

/** What may be shown of a stored certificate, told by its first one: that is what a chain is for. */
export const describeCertificate = ({ pem, keyFingerprint }: Delivered): CertificateFacts => {
  const certificate = new X509Certificate(pem);
  const fingerprint = fingerprintOf(pem);
  return {
    kind: keyFingerprint === null ? "ca" : "client",
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    fingerprint,
    hasKey: keyFingerprint !== null,
    keyKind: describeKey(certificate.publicKey),
    paths: deliveredPaths({ fingerprint, keyFingerprint }),
  };
};

// Node writes one attribute a line, the most general first; people look for the common name, which comes last.
const oneLine = (name: string | undefined) =>
  (name ?? "")
    .split("\n")
    .reverse()
    .join(", ")
    .replace(/\p{Cc}/gu, " ")
    .slice(0, 1024);

/** Node's list is `DNS:a, IP Address:b`; a value with a comma or a quote in it is written as a JSON string. */
const alternativeNames = (list: string | undefined): string[] =>
  [...(list ?? "").matchAll(/(?:^|, )([A-Za-z0-9 ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g)]
    .map((match) => (match[2] ?? "").replace(/\p{Cc}/gu, " "))
    .slice(0, 200);
