import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { UsedBy as User } from "@/lib/domain/credentials/schema";
import { pages } from "@/lib/domain/paths";

/** The configurations that use something, as links. */
export function UsedBy({ users }: { users: readonly User[] }) {
  const t = useTranslations("credentials");
  if (users.length === 0) return <span className="text-faint">{t("notUsed")}</span>;
  return (
    <ul className="space-y-0.5">
      {users.map(({ configurationId, name }) => (
        <li key={configurationId} className="[overflow-wrap:anywhere]">
          <TextLink href={pages.configuration(configurationId)}>{name}</TextLink>
        </li>
      ))}
    </ul>
  );
}
