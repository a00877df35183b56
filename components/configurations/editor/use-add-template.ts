"use client";

import { useTranslations } from "next-intl";
import { useAnnounce } from "@/components/ui/announcer";
import type { Definition } from "@/lib/domain/registries/schema";
import { addDefinition, firstField } from "@/lib/domain/registries/templates/add";
import type { TemplateId } from "@/lib/domain/registries/templates/ids";
import { useHistoryActions } from "./document/definition-document";
import { useGoTo } from "./findings/use-go-to";

/** `definition.mirrors.3.name` stands in the entry `mirrors/3`. */
const partOf = (field: string) => field.split(".").slice(1, 3).join("/");

/** Adds the entries of a template as one step that can be undone, and goes to the first of them. */
export function useAddTemplate(id: TemplateId) {
  const t = useTranslations("templates");
  const announce = useAnnounce();
  const { replace } = useHistoryActions();
  const goTo = useGoTo();
  return (definition: Definition) => {
    let field: string | null = null;
    const changed = replace((form) => {
      const next = addDefinition(form, definition);
      field = firstField(next, definition);
      return next;
    });
    announce(changed === null ? t("nothing") : t("added", { name: t(`items.${id}.name`) }));
    // The dialog gives the focus back first.
    requestAnimationFrame(() => {
      if (field !== null) goTo({ field, part: partOf(field) });
    });
  };
}
