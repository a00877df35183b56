import { useNow, useTranslations } from "next-intl";
import { CertificateDetails } from "@/components/credentials/certificate-details";
import { Expires } from "@/components/credentials/expires";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { CertificateDetail } from "@/lib/domain/certificates/detail";
import type { Role } from "@/lib/domain/people/roles";
import { CertificateActions } from "./certificate-actions";
import { CertificateChecks } from "./certificate-checks";
import { ChainList } from "./chain-list";
import { DetailPage } from "./detail-page";
import { useAgeFacts } from "./use-age-facts";

type CertificatePageProps = { certificate: CertificateDetail; role: Role };

/** One certificate: what it is, and what is wrong with it by itself and where it is used. */
export function CertificatePage({ certificate, role }: CertificatePageProps) {
  const t = useTranslations("credentials.detail");
  const now = useNow().toISOString();
  const { links, versions } = certificate;
  return (
    <DetailPage
      stored={certificate}
      description={t("certificateText")}
      actions={<CertificateActions certificate={certificate} />}
      role={role}
      versions={versions.map((each) => ({ ...each, known: <Known version={each} now={now} /> }))}
    >
      <CertificateChecks certificate={certificate} />
      <Card title={t("known")}>
        <CertificateDetails facts={certificate} count={links.length} />
        <DefinitionList className="mt-2" facts={useAgeFacts(certificate)} />
      </Card>
      {links.length > 1 ? <ChainList links={links} now={now} /> : null}
    </DetailPage>
  );
}

type KnownProps = { version: CertificateDetail["versions"][number]; now: string };

const Known = ({ version: { subject, notAfter }, now }: KnownProps) => (
  <div className="space-y-0.5">
    <div className="[overflow-wrap:anywhere]">{subject}</div>
    <Expires notAfter={notAfter} now={now} />
  </div>
);
