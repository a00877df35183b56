import type { StoredUsage, StoredVersion } from "@/lib/domain/credentials/stored";
import type { ChainLink } from "./chain";
import type { CertificateFinding } from "./findings";
import type { CertificateView, CertificateWarning } from "./schema";

export type CertificateVersionView = StoredVersion & { subject: string; notAfter: string; hasKey: boolean };

/** What is wrong with a certificate at one place that uses it. */
export type PlacedFinding = CertificateFinding & {
  configuration: { id: string; name: string };
  revision: number;
};

/** A certificate with its chain, its history, newest version first, and where it is. */
export type CertificateDetail = CertificateView & {
  links: ChainLink[];
  /** See `KnownCertificate`. */
  publicKey: string;
  warnings: CertificateWarning[];
  /** See `CertificateInspection`. */
  order: number[] | null;
  findings: PlacedFinding[];
  versions: CertificateVersionView[];
  usage: StoredUsage;
};
