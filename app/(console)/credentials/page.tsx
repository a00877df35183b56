import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddCertificate } from "@/components/credentials/add-certificate";
import { AddRegistryLogin } from "@/components/credentials/add-registry-login";
import { CertificateSection } from "@/components/credentials/certificate-section";
import { RegistrySection } from "@/components/credentials/registry-section";
import { StoreBanner } from "@/components/credentials/store-banner";
import { AuthoritySection } from "@/components/nodes/authorities/authority-section";
import { AddSshAccess } from "@/components/nodes/ssh/add-ssh-access";
import { SshCredentials } from "@/components/nodes/ssh-credentials";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listCertificates } from "@/lib/server/certificates/queries";
import { credentialStoreState, listCredentials } from "@/lib/server/credentials/queries";
import { listHostAuthorities } from "@/lib/server/host-authorities/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("credentials"))("title") };
}

const kinds = ["registry", "tls", "ssh"] as const;

type CredentialsPageProps = { searchParams: Promise<{ kind?: string | string[] }> };

export default async function CredentialsPage({ searchParams }: CredentialsPageProps) {
  const actor = await requireActor();
  const t = await getTranslations("credentials");
  const { kind: wanted } = await searchParams;
  const kind = kinds.find((known) => known === wanted) ?? "registry";
  const credentials = await listCredentials(actor);
  const certificates = await listCertificates(actor);
  const logins = await listSshCredentials(actor);
  const authorities = await listHostAuthorities(actor);
  const counts = { registry: credentials.length, tls: certificates.length, ssh: logins.length };
  const canWrite = can(actor.role, "credentials:write");
  const add = { registry: <AddRegistryLogin />, tls: <AddCertificate />, ssh: <AddSshAccess /> };
  const action = canWrite ? add[kind] : undefined;
  const sections = {
    registry: <RegistrySection credentials={credentials} canWrite={canWrite} action={action} />,
    tls: <CertificateSection certificates={certificates} canWrite={canWrite} action={action} />,
    ssh: (
      <>
        <SshCredentials credentials={logins} role={actor.role} action={action} />
        <AuthoritySection authorities={authorities} role={actor.role} />
      </>
    ),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={counts[kind] > 0 ? action : undefined}
      />
      <StoreBanner state={credentialStoreState()} />
      <LinkTabs
        label={t("kinds")}
        items={kinds.map((each) => ({
          href: pages.credentials(each),
          label: t(`kind.${each}`),
          current: each === kind,
          count: counts[each],
        }))}
      />
      {sections[kind]}
    </>
  );
}
