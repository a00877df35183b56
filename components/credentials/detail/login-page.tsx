import { useTranslations } from "next-intl";
import { RoleNote } from "@/components/nodes/role-note";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList, type Fact } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { CredentialDetail } from "@/lib/domain/credentials/detail";
import { can, type Role } from "@/lib/domain/people/roles";
import { authFields } from "@/lib/domain/registries/schema";
import { LastUsed } from "./last-used";
import { LoginActions } from "./login-actions";
import { OnNodes } from "./on-nodes";
import { OutOfDate } from "./out-of-date";
import { VersionList } from "./version-list";
import { WhereUsed } from "./where-used";

type LoginPageProps = { credential: CredentialDetail; role: Role };

/** One registry login: what is known of it, where it is used, and which nodes hold which version. */
export function LoginPage({ credential, role }: LoginPageProps) {
  const t = useTranslations("credentials");
  const { name, version, usage } = credential;
  const canWrite = can(role, "credentials:write");
  return (
    <>
      <PageHeader
        title={name}
        description={t("detail.loginText")}
        crumbs={[{ label: name }]}
        actions={canWrite ? <LoginActions credential={credential} /> : undefined}
      />
      <RoleNote refusal={canWrite ? undefined : t("detail.forbidden")} />
      <div className="space-y-5">
        <OutOfDate holdings={usage.holdings} newest={version} canPush={can(role, "pushes:write")} />
        <Card title={t("detail.known")}>
          <DefinitionList facts={useFacts(credential)} />
        </Card>
        <WhereUsed uses={usage.uses} />
        <OnNodes holdings={usage.holdings} newest={version} />
        <VersionList
          holdings={usage.holdings}
          versions={credential.versions.map((each) => ({ ...each, known: <Fields fields={each.fields} /> }))}
        />
      </div>
    </>
  );
}

// In the order of the file; what K3s does not read comes last.
const places: readonly string[] = authFields;
const placeOf = (field: string) => (places.includes(field) ? places.indexOf(field) : places.length);
const byField = (one: string, other: string) => placeOf(one) - placeOf(other);

const Fields = ({ fields }: { fields: readonly string[] }) => (
  <code className="text-code [overflow-wrap:anywhere]">{[...fields].sort(byField).join(", ")}</code>
);

function useFacts(credential: CredentialDetail): Fact[] {
  const t = useTranslations("credentials.detail");
  const { slug, username, fields, version, updatedAt, createdByName, usage } = credential;
  const secret = fields.find((field) => field !== "username");
  const facts: Fact[] = [
    {
      term: t("username"),
      value: username ? <code className="text-code">{username}</code> : t("noUsername"),
    },
    { term: t("fields"), value: <Fields fields={fields} /> },
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
  if (secret !== undefined) {
    const text = `"{{secret:${slug}.${secret}}}"`;
    facts.push({
      term: t("inFiles"),
      value: (
        <span className="flex items-start gap-1">
          <code className="min-w-0 text-code [overflow-wrap:anywhere]">{text}</code>
          <CopyButton text={text} label={t("copyPlaceholder")} />
        </span>
      ),
    });
  }
  return facts;
}
