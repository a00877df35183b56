import * as z from "zod/mini";
import { storedNameSchema, type UsedBy } from "@/lib/domain/credentials/schema";
import { slugSchema } from "@/lib/domain/registries/schema";

/** Bounds what is stored and delivered; certificate bundles of operating systems are about 200 KiB and not meant here. */
export const maxPemLength = 65_536;

const pemSchema = z.string().check(z.minLength(1, "required"), z.maxLength(maxPemLength, "pem-too-long"));
const passphraseSchema = z.string().check(z.maxLength(1024));

export const inspectCertificateSchema = z.strictObject({
  certificate: pemSchema,
  key: z.optional(pemSchema),
  keyPassphrase: z.optional(passphraseSchema),
});
export type InspectCertificate = z.infer<typeof inspectCertificateSchema>;

export const createCertificateSchema = z.strictObject({
  name: storedNameSchema,
  slug: z.optional(slugSchema),
  certificate: pemSchema,
  key: z.optional(pemSchema),
  keyPassphrase: z.optional(passphraseSchema),
});
export type CreateCertificate = z.infer<typeof createCertificateSchema>;

/** `certificate` makes a new version. `keepKey` takes the stored key over, when it belongs to the new certificate. */
export const updateCertificateSchema = z.strictObject({
  name: z.optional(storedNameSchema),
  certificate: z.optional(pemSchema),
  key: z.optional(pemSchema),
  keyPassphrase: z.optional(passphraseSchema),
  keepKey: z.optional(z.boolean()),
});
export type UpdateCertificate = z.infer<typeof updateCertificateSchema>;

export type CertificateKind = "ca" | "client";

export type CertificateFacts = {
  kind: CertificateKind;
  subject: string;
  issuer: string;
  names: string[];
  notBefore: string;
  notAfter: string;
  /** SHA-256, in hex, of the bytes of the file that is delivered. */
  fingerprint: string;
  hasKey: boolean;
  /** Kind and size of the public key, such as `RSA 2048`. */
  keyKind: string;
  /** Where the files stand on a node. */
  paths: { crt: string; key: string | null };
};

/** What is worth a word about a certificate that can be stored; `position` counts from 1. */
export type CertificateWarning = { code: CertificateWarningCode; position: number };
export type CertificateWarningCode =
  | "expired"
  | "expires-soon"
  | "not-yet-valid"
  | "not-a-ca"
  | "self-signed-leaf"
  | "self-signed-client"
  | "no-names"
  | "chain-order"
  | "unrelated"
  | "root-missing"
  | "weak-signature"
  | "short-key";

/** `order` puts the certificates right, as positions from 1; null when they are. */
export type CertificateInspection = CertificateFacts & {
  count: number;
  warnings: CertificateWarning[];
  order: number[] | null;
};

export type CertificateView = CertificateFacts & {
  id: string;
  slug: string;
  name: string;
  version: number;
  updatedAt: string;
  createdByName: string;
  usedBy: UsedBy[];
};

/** `lastUsedAt`: when a push last took it to nodes. */
export type CertificateLine = CertificateView & { lastUsedAt: string | null };
