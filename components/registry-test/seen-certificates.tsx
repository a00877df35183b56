"use client";

import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Time } from "@/components/ui/time";
import type { SeenCertificate } from "@/lib/domain/registry-test/result";

type SeenCertificatesProps = { certificates: readonly SeenCertificate[]; open: boolean };

/** What the registry showed, its own certificate first. */
export function SeenCertificates({ certificates, open }: SeenCertificatesProps) {
  const t = useTranslations("registrytest");
  if (certificates.length === 0) return null;
  return (
    <Disclosure summary={t("certificates", { count: certificates.length })} open={open}>
      <ol className="space-y-4">
        {certificates.map((certificate) => (
          <li key={certificate.fingerprint}>
            <CertificateFacts certificate={certificate} />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function CertificateFacts({ certificate }: { certificate: SeenCertificate }) {
  const t = useTranslations("registrytest.certificate");
  const { subject, issuer, names, notBefore, notAfter, fingerprint } = certificate;
  return (
    <DefinitionList
      className="text-sm"
      facts={[
        { term: t("subject"), value: subject },
        { term: t("names"), value: names.length === 0 ? t("noNames") : names.join(", ") },
        { term: t("issuer"), value: issuer },
        { term: t("validFrom"), value: <Time value={notBefore} style="date" /> },
        { term: t("validUntil"), value: <Time value={notAfter} style="date" /> },
        { term: t("fingerprint"), value: <code className="text-code">{fingerprint}</code> },
      ]}
    />
  );
}
