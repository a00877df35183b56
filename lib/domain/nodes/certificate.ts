import type { Named } from "@/lib/domain/named";

/** By which certificate a host key is trusted. `validUntil` is null where it has no end. */
export type CertificateView = {
  authority: Named;
  keyId: string;
  serial: string;
  validUntil: string | null;
};

export const certificateRefusals = [
  "none",
  "unreadable",
  "user",
  "other-authority",
  "not-covered",
  "signature",
  "algorithm",
  "critical-options",
  "not-yet-valid",
  "expired",
  "no-principals",
  "principals",
  "kept",
  "unproven",
] as const;
export type CertificateRefusalCode = (typeof certificateRefusals)[number];

/** Why a certificate does not vouch for a host key; `params` name what it says. */
export type CertificateRefusal = { code: CertificateRefusalCode; params: Record<string, string> };

/** Whether a certificate is over at a moment, in epoch milliseconds. */
export const isOver = ({ validUntil }: { validUntil: string | Date | null }, now: number): boolean =>
  validUntil !== null && new Date(validUntil).getTime() <= now;
