import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

export function ReadOnlyNote() {
  const t = useTranslations("editor");
  return <Banner kind="info">{t("readOnly")}</Banner>;
}
