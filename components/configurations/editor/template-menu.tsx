"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type TemplateId, templateIds } from "@/lib/domain/registries/templates/schema";
import { TemplateDialog } from "./template-dialog";

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
      {chosen ? <TemplateDialog id={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}
