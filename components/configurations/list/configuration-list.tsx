import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { ConfigurationLine } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";
import { ConfigurationTable } from "./configuration-table";

type ConfigurationListProps = {
  active: ConfigurationLine[];
  archived: ConfigurationLine[];
  showsArchive: boolean;
  mayWrite: boolean;
};

/** The configurations in use, or those in the archive once there is one. */
export function ConfigurationList({ active, archived, showsArchive, mayWrite }: ConfigurationListProps) {
  const t = useTranslations("configurations");
  const shown = showsArchive ? archived : active;
  const tabs = [
    { href: pages.configurations(), label: t("active"), current: !showsArchive, count: active.length },
    {
      href: `${pages.configurations()}?state=archived`,
      label: t("archivedTab"),
      current: showsArchive,
      count: archived.length,
    },
  ];
  return (
    <>
      {archived.length > 0 || showsArchive ? <LinkTabs label={t("filter")} items={tabs} /> : null}
      {shown.length > 0 ? (
        <ConfigurationTable configurations={shown} mayWrite={mayWrite} />
      ) : (
        <EmptyState title={t(showsArchive ? "noneArchived" : "noneActive")} />
      )}
    </>
  );
}
