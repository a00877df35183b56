import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";

/** In place of the accounts for roles that may not see them. */
export function PeopleClosed({ role }: { role: Role }) {
  const t = useTranslations("people");
  const roles = useTranslations("shell.roles");
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ label: t("title") }]} />
      <Banner
        kind="info"
        title={t("forbidden.title")}
        action={
          <LinkButton size="sm" href={pages.overview()}>
            {t("forbidden.back")}
          </LinkButton>
        }
      >
        {t("forbidden.text", { role: roles(role) })}
      </Banner>
    </>
  );
}
