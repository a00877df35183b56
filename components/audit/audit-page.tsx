import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { AuditFilter } from "@/lib/domain/audit/filter";
import type { AuditPage as Page } from "@/lib/domain/audit/views";
import { pages } from "@/lib/domain/paths";
import { AuditFilterBar } from "./audit-filter-bar";
import { AuditTable } from "./audit-table";
import { AuditTools } from "./audit-tools";

type AuditPageProps = {
  page: Page;
  filter: AuditFilter;
  /** Not the newest events, but those before one. */
  isLater: boolean;
};

/** Who did what, made on the server alone but for the filter and the tools: its words need not go to the browser. */
export function AuditPage({ page: { events, older }, filter, isLater }: AuditPageProps) {
  const t = useTranslations("audit");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="space-y-4">
        <AuditTools filter={filter} />
        <AuditFilterBar key={JSON.stringify(filter)} filter={filter} />
        {events.length > 0 ? (
          <AuditTable events={events} />
        ) : (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        )}
        {older === null && !isLater ? null : (
          <nav aria-label={t("pages")} className="flex flex-wrap gap-2">
            {isLater ? <LinkButton href={pages.audit(filter)}>{t("newest")}</LinkButton> : null}
            {older === null ? null : (
              <LinkButton href={pages.audit({ ...filter, cursor: older })}>{t("older")}</LinkButton>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
