import { useTranslations } from "next-intl";
import { bannerOf } from "@/components/credentials/severity-banner";
import { WarningList } from "@/components/credentials/warning-list";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import type { CertificateDetail, PlacedFinding } from "@/lib/domain/certificates/detail";
import { pages } from "@/lib/domain/paths";

/** What is wrong with a certificate: by itself, and at each place that uses it. */
export function CertificateChecks({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations("certificates");
  const { warnings, order, findings } = certificate;
  const isGood = warnings.length === 0 && findings.length === 0;
  return (
    <Card title={t("checks")}>
      {isGood ? <StatusBadge plain status="succeeded" label={t("checksGood")} /> : null}
      <div className="space-y-3">
        <WarningList warnings={warnings} order={order} />
        {findings.map((finding) => (
          <FindingBanner key={keyOf(finding)} finding={finding} />
        ))}
      </div>
    </Card>
  );
}

const keyOf = ({ configuration, revision, host, file, code }: PlacedFinding) =>
  JSON.stringify([configuration.id, revision, host, file, code]);

function FindingBanner({ finding }: { finding: PlacedFinding }) {
  const t = useTranslations("certificates.finding");
  const { configuration, revision, host, file, code, severity, params } = finding;
  return (
    <Banner
      kind={bannerOf[severity]}
      title={
        <TextLink href={pages.configuration(configuration.id, { at: ["configs", host, "tls", file] })}>
          {configuration.name} · <code className="text-code">{`configs."${host}".tls.${file}`}</code>
        </TextLink>
      }
    >
      {t(code, { ...params, revision })}
    </Banner>
  );
}
