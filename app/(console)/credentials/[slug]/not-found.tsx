import { useTranslations } from "next-intl";
import { PageMissing } from "@/components/shell/page-missing";
import { pages } from "@/lib/domain/paths";

export default function StoredNotFound() {
  const t = useTranslations("credentials.missing");
  return (
    <PageMissing title={t("title")} text={t("text")} back={{ href: pages.credentials(), label: t("back") }} />
  );
}
