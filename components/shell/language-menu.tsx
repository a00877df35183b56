"use client";
import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { keepPreference } from "@/lib/client/preference";
import { isLocale, type Locale, locales } from "@/lib/i18n/locales";

export function LanguageMenu({ side = "bottom" }: { side?: "top" | "bottom" }) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  function choose(next: Locale) {
    keepPreference("locale", next);
    router.refresh();
  }
  return (
    <Menu
      side={side}
      align="start"
      trigger={
        <IconButton label={t("language")} icon={<Languages size={16} strokeWidth={1.75} aria-hidden />} />
      }
    >
      <MenuChoice
        label={t("language")}
        value={isLocale(locale) ? locale : "en"}
        onChange={choose}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`), lang: value }))}
      />
    </Menu>
  );
}
