"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice } from "@/components/ui/menu";
import { keepPreference } from "@/lib/client/preference";
import { type Theme, themes } from "@/lib/client/theme";

const icons = { light: Sun, dark: Moon, system: Monitor };

export function ThemeMenu({ theme: initial, side = "bottom" }: { theme: Theme; side?: "top" | "bottom" }) {
  const t = useTranslations("shell");
  const [theme, setTheme] = useState(initial);
  const Icon = icons[theme];
  function choose(next: Theme) {
    setTheme(next);
    keepPreference("theme", next);
    document.documentElement.dataset["theme"] = next;
  }
  return (
    <Menu
      side={side}
      align="start"
      trigger={<IconButton label={t("theme")} icon={<Icon size={16} strokeWidth={1.75} aria-hidden />} />}
    >
      <MenuChoice
        label={t("theme")}
        value={theme}
        onChange={choose}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
    </Menu>
  );
}
