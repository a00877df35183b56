import "server-only";
import type { X509Certificate } from "node:crypto";
import type { SeenCertificate } from "@/lib/domain/registry-test/result";

const longestName = 300;

/** Names come from a stranger: one line, bounded, and nothing that moves a cursor or turns the text around. */
const harmless = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, longestName);

/** A subject or issuer in one line, its common name first. */
export const distinguished = (name: string) => harmless(name.split("\n").reverse().join(", "));

export const commonName = (subject: string) => harmless(/^CN=(.*)$/m.exec(subject)?.[1] ?? "");

/** The names a certificate is for: hosts and addresses. */
export const namesOf = ({ subjectAltName }: Pick<X509Certificate, "subjectAltName">): string[] =>
  [...(subjectAltName ?? "").matchAll(/(?:^|, )(?:DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g)]
    .map(([, value = ""]) => harmless(value))
    .slice(0, 100);

export const seenCertificate = (certificate: X509Certificate): SeenCertificate => ({
  subject: distinguished(certificate.subject),
  issuer: distinguished(certificate.issuer),
  names: namesOf(certificate),
  notBefore: new Date(certificate.validFrom).toISOString(),
  notAfter: new Date(certificate.validTo).toISOString(),
  fingerprint: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
});
