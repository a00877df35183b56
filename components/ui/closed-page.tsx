import { useTranslations } from "next-intl";
import { pages } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";
import { Banner } from "./banner";
import type { Crumb } from "./breadcrumbs";
import { LinkButton } from "./link-button";
import { PageHeader } from "./page-header";

type ClosedPageProps = { section: "audit" | "people"; role: Role; crumbs?: Crumb[] };

/** In place of a page for roles that may not see it: who may, and the way on. */
export function ClosedPage({ section, role, crumbs }: ClosedPageProps) {
  const t = useTranslations(section);
  const roles = useTranslations("shell.roles");
  return (
    <>
      <PageHeader title={t("title")} {...(crumbs && { crumbs })} />
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
