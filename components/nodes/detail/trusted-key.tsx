"use client";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import type { NodeView } from "@/lib/domain/nodes/views";
import { OverCertificate, useCertificateFacts } from "./vouched-key";

/** The key that connections to this machine must show. */
export function TrustedKey({ hostKey }: { hostKey: NonNullable<NodeView["hostKey"]> }) {
  const t = useTranslations("nodes.hostKey");
  const own = useTranslations("vouching");
  const { certificate, trustedByName } = hostKey;
  const facts = useCertificateFacts(certificate);
  return (
    <div className="space-y-4">
      {certificate ? <OverCertificate certificate={certificate} /> : null}
      <DefinitionList
        facts={[
          {
            term: t("trusted"),
            value: (
              <span className="flex items-start gap-1.5">
                <code className="text-code [overflow-wrap:anywhere]">{hostKey.fingerprint}</code>
                <CopyButton text={hostKey.fingerprint} label={t("copyFingerprint")} />
              </span>
            ),
          },
          { term: t("algorithm"), value: <code className="text-code">{hostKey.algorithm}</code> },
          { term: t("since"), value: <Time value={hostKey.trustedAt} /> },
          {
            term: t("by"),
            value: certificate ? own("by", { authority: certificate.authority.name }) : trustedByName,
          },
          ...facts,
        ]}
      />
    </div>
  );
}
