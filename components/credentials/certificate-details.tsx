"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import type { CertificateFacts } from "@/lib/domain/certificates/schema";

/** All that is known of a certificate without its key. */
export function CertificateDetails({ facts, count = 1 }: { facts: CertificateFacts; count?: number }) {
  const t = useTranslations("certificates.fact");
  const list: { term: string; value: ReactNode }[] = [
    { term: t("kind"), value: t(facts.kind, { count }) },
    { term: t("subject"), value: facts.subject || "–" },
    { term: t("issuer"), value: facts.issuer || "–" },
    { term: t("names"), value: facts.names.length > 0 ? facts.names.join(", ") : t("noNames") },
    {
      term: t("validity"),
      value: (
        <span>
          <Time value={facts.notBefore} style="date" /> – <Time value={facts.notAfter} style="date" />
        </span>
      ),
    },
    { term: t("publicKey"), value: facts.keyKind },
    { term: t("privateKey"), value: facts.hasKey ? t("keyMatches", { kind: facts.keyKind }) : t("noKey") },
    { term: t("fingerprint"), value: <Copied text={facts.fingerprint} label={t("copyFingerprint")} /> },
    { term: t("certificatePath"), value: <Copied text={facts.paths.crt} label={t("copyPath")} /> },
  ];
  if (facts.paths.key) {
    list.push({ term: t("keyPath"), value: <Copied text={facts.paths.key} label={t("copyPath")} /> });
  }
  return <DefinitionList facts={list} />;
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <span className="flex items-start gap-1">
      <code className="min-w-0 text-code [overflow-wrap:anywhere]">{text}</code>
      <CopyButton text={text} label={label} />
    </span>
  );
}
