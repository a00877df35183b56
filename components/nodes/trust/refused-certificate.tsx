"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Time } from "@/components/ui/time";
import type { CertificateRefusal } from "@/lib/domain/nodes/certificate";

/** Why a certificate does not count. */
function Reason({ refusal: { code, params } }: { refusal: CertificateRefusal }) {
  const t = useTranslations("vouching.refusals");
  const { from, until, ...rest } = params;
  const date = (time: string | undefined) => () => (time ? <Time value={time} /> : null);
  return t.rich(code, { ...rest, from: date(from), until: date(until) });
}

type RefusedProps = { refusal: CertificateRefusal | null };

/** That a machine shows no certificate is nothing to speak of. */
const isTold = (refusal: CertificateRefusal | null): refusal is CertificateRefusal =>
  refusal !== null && refusal.code !== "none";

export function RefusedCertificate({ refusal }: RefusedProps) {
  const t = useTranslations("vouching");
  if (!isTold(refusal)) return null;
  return (
    <Banner kind={refusal.code === "unproven" ? "error" : "warn"} title={t("refused")}>
      <Reason refusal={refusal} />
    </Banner>
  );
}

/** The same in a cell. */
export function RefusedLine({ refusal }: RefusedProps) {
  const t = useTranslations("vouching");
  if (!isTold(refusal)) return null;
  return (
    <span className="block text-warn">
      {t("refused")}: <Reason refusal={refusal} />
    </span>
  );
}
