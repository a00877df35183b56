import "server-only";
import type { KeyObject, X509Certificate } from "node:crypto";
import type {
  CertificateInspection,
  CertificateWarning,
  InspectCertificate,
} from "@/lib/domain/certificates/schema";
import { AppError, type FieldIssue } from "@/lib/domain/errors";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { describeCertificate } from "./describe-certificate";
import { fingerprintOf } from "./fingerprint";
import { type ParsedCertificates, parseCertificates } from "./parse-certificates";
import { type ParsedKey, parseKey } from "./parse-key";

export type CheckedCertificate = ParsedCertificates & { key: ParsedKey | null };

/** Everything that would make the pair useless on a node is refused; what may be meant is a warning. */
export const checkCertificate = (input: InspectCertificate): CheckedCertificate => {
  const parsed = parseCertificates(input.certificate);
  const key = input.key === undefined ? ok(null) : parseKey(input.key, input.keyPassphrase);
  if (!parsed.ok) throw refused(key.ok ? [parsed.error] : [parsed.error, key.error]);
  if (!key.ok) throw refused([key.error]);
  const matched = matchKey(parsed.value.certificates, key.value?.key ?? null);
  if (!matched.ok) throw refused([matched.error]);
  return { ...parsed.value, key: key.value };
};

const refused = (issues: FieldIssue[]) => new AppError("invalid", "certificateRefused", { issues });

const matchKey = (certificates: X509Certificate[], key: KeyObject | null): Result<null, FieldIssue> => {
  if (key === null) return ok(null);
  const position = certificates.findIndex((certificate) => certificate.checkPrivateKey(key));
  if (position === 0) return ok(null);
  // A server of TLS sends its own certificate first (RFC 8446 section 4.4.2), and so does a client.
  if (position > 0)
    return fail({ path: ["certificate"], code: "chain-start", params: { position: position + 1 } });
  return fail({ path: ["key"], code: "key-mismatch" });
};

/** The same checks as storing, without storing anything. */
export const inspectCertificate = (input: InspectCertificate, actor: Actor): CertificateInspection => {
  authorize(actor, "credentials:write");
  const checked = checkCertificate(input);
  return {
    ...describeCertificate({
      pem: checked.pem,
      keyFingerprint: checked.key ? fingerprintOf(checked.key.pemWithSecret) : null,
    }),
    count: checked.certificates.length,
    warnings: findWarnings(checked, Date.now()),
  };
};

const findWarnings = ({ certificates, key }: CheckedCertificate, now: number): CertificateWarning[] =>
  certificates.flatMap((certificate, index): CertificateWarning[] => {
    const position = index + 1;
    const warnings: CertificateWarning[] = [];
    if (Date.parse(certificate.validTo) < now) warnings.push({ code: "expired", position });
    if (Date.parse(certificate.validFrom) > now) warnings.push({ code: "not-yet-valid", position });
    if (!key && !certificate.ca) warnings.push({ code: "not-a-ca", position });
    const next = certificates[index + 1];
    if (key && next && !certificate.checkIssued(next)) warnings.push({ code: "chain-order", position });
    return warnings;
  });
