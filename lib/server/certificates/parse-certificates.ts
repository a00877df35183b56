import "server-only";
import { X509Certificate } from "node:crypto";
import { commandParams } from "@/lib/domain/certificates/convert";
import { isKeyLabel, type PemBlock, pemBlocks, wrongFileKind } from "@/lib/domain/certificates/pem";
import { maxPemLength } from "@/lib/domain/certificates/schema";
import type { FieldIssue } from "@/lib/domain/errors";
import { fail, ok, type Result } from "@/lib/domain/result";

export type ParsedCertificates = {
  certificates: [X509Certificate, ...X509Certificate[]];
  /** What is stored and delivered: the certificates in their order, without comments and with even lines. */
  pem: string;
};

const refuse = (code: string, params: FieldIssue["params"] = commandParams(code)) =>
  fail<FieldIssue>({ path: ["certificate"], code, ...(params ? { params } : {}) });

/** Reads a PEM text that shall hold certificates only, and says what it is when it is something else. */
export const parseCertificates = (text: string): Result<ParsedCertificates, FieldIssue> => {
  const blocks = pemBlocks(text);
  if (blocks.length === 0) {
    return refuse(text.includes("-----BEGIN ") ? "pem-cut" : `pem-${wrongFileKind(text)}`);
  }
  const certificates: X509Certificate[] = [];
  for (const [index, block] of blocks.entries()) {
    const wrong = wrongLabel(block);
    if (wrong) return wrong;
    const certificate = readCertificate(block);
    if (!certificate) return refuse("pem-damaged", { position: index + 1 });
    certificates.push(certificate);
  }
  const [first, ...rest] = certificates;
  const pem = certificates.map(String).join("");
  if (!first) return refuse("pem-empty");
  if (pem.length > maxPemLength) return refuse("pem-too-long");
  return ok({ certificates: [first, ...rest], pem });
};

const wrongLabels: Record<string, string> = {
  "CERTIFICATE REQUEST": "pem-request",
  "NEW CERTIFICATE REQUEST": "pem-request",
  "TRUSTED CERTIFICATE": "pem-trusted",
  "PUBLIC KEY": "pem-public-key",
  "RSA PUBLIC KEY": "pem-public-key",
  PKCS7: "pem-pkcs7",
  CMS: "pem-pkcs7",
};

// Go reads blocks labelled CERTIFICATE and nothing else (crypto/x509 CertPool.AppendCertsFromPEM).
const wrongLabel = ({ label }: PemBlock) => {
  if (label === "CERTIFICATE") return null;
  if (label === "OPENSSH PRIVATE KEY" || label.startsWith("SSH2 ")) return refuse("key-ssh");
  if (label.startsWith("PGP ")) return refuse("pem-pgp");
  if (isKeyLabel(label)) return refuse("pem-private-key");
  const known = wrongLabels[label];
  return known ? refuse(known) : refuse("pem-other-block", { label });
};

const readCertificate = ({ text }: PemBlock) => {
  try {
    return new X509Certificate(text);
  } catch {
    // What OpenSSL says names its own internals; the place of the block is what helps.
    return undefined;
  }
};
