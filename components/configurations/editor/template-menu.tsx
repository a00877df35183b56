"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { Menu, MenuItem } from "@/components/ui/menu";
import { part } from "@/lib/client/part";
import { type TemplateId, templateIds } from "@/lib/domain/registries/templates/ids";

const templateDialog = part(() => import("./template-dialog").then((module) => module.TemplateDialog));

/** Usual set-ups, beside the button that adds an empty entry. */
export function TemplateMenu() {
  const t = useTranslations("templates");
  const [chosen, setChosen] = useState<TemplateId | null>(null);
  return (
    <>
      <Menu
        trigger={
          <Button size="sm">
            {t("fromTemplate")}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {templateIds.map((id) => (
          <MenuItem key={id} onSelect={() => setChosen(id)}>
            {t(`items.${id}.name`)}
          </MenuItem>
        ))}
      </Menu>
      <Later part={templateDialog} open={chosen !== null} onMissing={() => setChosen(null)}>
        {(TemplateDialog) => (chosen ? <TemplateDialog id={chosen} onClose={() => setChosen(null)} /> : null)}
      </Later>
    </>
  );
}
