import { useNow, useTranslations } from "next-intl";
import { CertificateDetails } from "@/components/credentials/certificate-details";
import { Expires } from "@/components/credentials/expires";
import { RoleNote } from "@/components/nodes/role-note";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { CertificateDetail } from "@/lib/domain/certificates/detail";
import { can, type Role } from "@/lib/domain/people/roles";
import { CertificateActions } from "./certificate-actions";
import { CertificateChecks } from "./certificate-checks";
import { ChainList } from "./chain-list";
import { LastUsed } from "./last-used";
import { OnNodes } from "./on-nodes";
import { OutOfDate } from "./out-of-date";
import { VersionList } from "./version-list";
import { WhereUsed } from "./where-used";

type CertificatePageProps = { certificate: CertificateDetail; role: Role };

/** One certificate: what it is, what is wrong with it, where it is used, and which nodes hold which version. */
export function CertificatePage({ certificate, role }: CertificatePageProps) {
  const t = useTranslations("credentials");
  const now = useNow().toISOString();
  const { name, version, usage, links } = certificate;
  const canWrite = can(role, "credentials:write");
  return (
    <>
      <PageHeader
        title={name}
        description={t("detail.certificateText")}
        crumbs={[{ label: name }]}
        actions={canWrite ? <CertificateActions certificate={certificate} /> : undefined}
      />
      <RoleNote refusal={canWrite ? undefined : t("detail.forbidden")} />
      <div className="space-y-5">
        <OutOfDate holdings={usage.holdings} newest={version} canPush={can(role, "pushes:write")} />
        <CertificateChecks certificate={certificate} />
        <Card title={t("detail.known")}>
          <CertificateDetails facts={certificate} count={links.length} />
          <DefinitionList className="mt-2" facts={useAge(certificate)} />
        </Card>
        {links.length > 1 ? <ChainList links={links} now={now} /> : null}
        <WhereUsed uses={usage.uses} />
        <OnNodes holdings={usage.holdings} newest={version} />
        <VersionList
          holdings={usage.holdings}
          versions={certificate.versions.map((each) => ({
            ...each,
            known: (
              <div className="space-y-0.5">
                <div className="[overflow-wrap:anywhere]">{each.subject}</div>
                <Expires notAfter={each.notAfter} now={now} />
              </div>
            ),
          }))}
        />
      </div>
    </>
  );
}

function useAge({ version, updatedAt, createdByName, usage }: CertificateDetail) {
  const t = useTranslations("credentials.detail");
  return [
    { term: t("column.version"), value: t("version", { version }) },
    {
      term: t("age"),
      value: t.rich("setBy", {
        name: createdByName,
        time: () => <Time value={updatedAt} style="relative" />,
      }),
    },
    { term: t("lastUsed"), value: <LastUsed use={usage.lastUse} /> },
  ];
}
