"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Definition } from "@/lib/domain/registries/schema";
import { namesTaken } from "@/lib/domain/registries/templates/add";
import { YamlView } from "../yaml-view";
import { useDocument } from "./document/definition-document";
import { renderMasked } from "./document/render-masked";
import { useEditor } from "./editor-context";

/** The lines a template adds, as far as it can be made of what was typed. */
export function TemplatePreview({ definition }: { definition: Definition | null }) {
  const t = useTranslations("templates");
  const format = useFormatter();
  const { certificates } = useEditor();
  const { form } = useDocument();
  const taken = definition === null ? [] : namesTaken(form, definition);
  return (
    <div className="space-y-1.5">
      <h3 className="font-medium">{t("preview")}</h3>
      {definition === null ? (
        <p className="text-muted text-sm">{t("previewEmpty")}</p>
      ) : (
        <div className="overflow-hidden rounded-lg border border-line bg-subtle">
          <YamlView
            text={renderMasked(definition, certificates).text}
            label={t("preview")}
            className="max-h-60"
          />
        </div>
      )}
      {taken.length > 0 ? (
        <p className="text-sm">{t("taken", { names: format.list(taken), count: taken.length })}</p>
      ) : null}
    </div>
  );
}
