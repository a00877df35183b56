"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DefinitionList, type Fact } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import {
  type CertificateRefusal,
  type CertificateView,
  certificateRefusals,
  isOver,
} from "@/lib/domain/nodes/certificate";
import type { HostKeyOffer, NodeFault } from "@/lib/domain/nodes/views";

/** What a certificate says of itself. */
export function useCertificateFacts(certificate: CertificateView | null): Fact[] {
  const t = useTranslations("vouching");
  if (!certificate) return [];
  const { keyId, serial, validUntil } = certificate;
  return [
    { term: t("certificate"), value: <code className="text-code">{keyId || "–"}</code> },
    { term: t("serial"), value: serial },
    { term: t("validUntil"), value: validUntil ? <Time value={validUntil} /> : t("noEnd") },
  ];
}

/** A certificate that is over takes no trust away, but speaks for no other key any more. */
export function OverCertificate({ certificate }: { certificate: CertificateView }) {
  const t = useTranslations("vouching");
  const { validUntil } = certificate;
  if (validUntil === null || !isOver(certificate, Date.now())) return null;
  return (
    <Banner kind="warn" title={t("overTitle")}>
      {t.rich("overText", { time: () => <Time value={validUntil} style="date" /> })}
    </Banner>
  );
}

type VouchedKeyProps = {
  offer: HostKeyOffer;
  certificate: CertificateView;
  pending: boolean;
  onTrust: () => void;
};

/** First contact that nobody needs to compare. */
export function VouchedKey({ offer, certificate, pending, onTrust }: VouchedKeyProps) {
  const t = useTranslations("vouching");
  const hostKey = useTranslations("nodes.hostKey");
  const facts = useCertificateFacts(certificate);
  const authority = certificate.authority.name;
  const code = (text: string): ReactNode => (
    <code className="text-code [overflow-wrap:anywhere]">{text}</code>
  );
  return (
    <div className="space-y-4">
      <Banner kind="ok" role="status" title={t("vouched", { authority })}>
        {t("vouchedText")}
      </Banner>
      <DefinitionList
        facts={[
          { term: hostKey("shown"), value: code(offer.fingerprint) },
          { term: hostKey("algorithm"), value: code(offer.algorithm) },
          ...facts,
        ]}
      />
      <Button variant="primary" pending={pending} onClick={onTrust}>
        {t("trust", { authority })}
      </Button>
    </div>
  );
}

/** Why a certificate did not count, as a connection told it. */
export function refusalIn(fault: NodeFault | null): CertificateRefusal | null {
  const code = certificateRefusals.find((known) => known === fault?.params["certificate"]);
  if (!fault || !code) return null;
  const params = Object.entries(fault.params).flatMap(([name, value]) =>
    name.startsWith("certificate-") ? [[name.slice("certificate-".length), value]] : [],
  );
  return { code, params: Object.fromEntries(params) };
}
