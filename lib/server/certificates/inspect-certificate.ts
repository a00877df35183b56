import "server-only";
import type { KeyObject, X509Certificate } from "node:crypto";
import { chainWarnings } from "@/lib/domain/certificates/chain";
import { orderText } from "@/lib/domain/certificates/pem-order";
import type { CertificateInspection, InspectCertificate } from "@/lib/domain/certificates/schema";
import { AppError, type FieldIssue } from "@/lib/domain/errors";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { chainOrder } from "./chain-order";
import { describeCertificate } from "./describe-certificate";
import { describeChain } from "./describe-chain";
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
  const index = certificates.findIndex((certificate) => certificate.checkPrivateKey(key));
  if (index === 0) return ok(null);
  if (index < 0) return fail({ path: ["key"], code: "key-mismatch" });
  // A client of TLS sends its own certificate first, as a server does (RFC 8446 section 4.4.2).
  const params = { position: index + 1, order: orderText(chainOrder(certificates, key).order ?? []) };
  return fail({ path: ["certificate"], code: "chain-start", params });
};

/** The same checks as storing, without storing anything. */
export const inspectCertificate = (input: InspectCertificate, actor: Actor): CertificateInspection => {
  authorize(actor, "credentials:write");
  const { certificates, pem, key } = checkCertificate(input);
  const { order, unrelated } = chainOrder(certificates, key?.key ?? null);
  const chain = { links: describeChain(certificates), order, unrelated, hasKey: key !== null };
  return {
    ...describeCertificate({ pem, keyFingerprint: key ? fingerprintOf(key.pemWithSecret) : null }),
    count: certificates.length,
    warnings: chainWarnings(chain, new Date()),
    order,
  };
};
