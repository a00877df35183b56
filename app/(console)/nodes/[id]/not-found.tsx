import { useTranslations } from "next-intl";
import { PageMissing } from "@/components/shell/page-missing";
import { pages } from "@/lib/domain/paths";

export default function NodeNotFound() {
  const t = useTranslations("nodes.missing");
  return <PageMissing title={t("title")} text={t("text")} back={{ href: pages.nodes(), label: t("back") }} />;
}
