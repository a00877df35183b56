import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList, type Fact } from "@/components/ui/definition-list";
import type { CredentialDetail } from "@/lib/domain/credentials/detail";
import type { Role } from "@/lib/domain/people/roles";
import { authFields } from "@/lib/domain/registries/fields";
import { DetailPage } from "./detail-page";
import { LoginActions } from "./login-actions";
import { useAgeFacts } from "./use-age-facts";

type LoginPageProps = { credential: CredentialDetail; role: Role };

/** One registry login: what is known of it without its values. */
export function LoginPage({ credential, role }: LoginPageProps) {
  const t = useTranslations("credentials.detail");
  return (
    <DetailPage
      stored={credential}
      description={t("loginText")}
      actions={<LoginActions credential={credential} />}
      role={role}
      versions={credential.versions.map((each) => ({ ...each, known: <Fields fields={each.fields} /> }))}
    >
      <Card title={t("known")}>
        <DefinitionList facts={useFacts(credential)} />
      </Card>
    </DetailPage>
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
  const { slug, username, fields } = credential;
  const secret = fields.find((field) => field !== "username");
  const facts: Fact[] = [
    {
      term: t("username"),
      value: username ? <code className="text-code">{username}</code> : t("noUsername"),
    },
    { term: t("fields"), value: <Fields fields={fields} /> },
    ...useAgeFacts(credential),
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
