"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import { type TemplateId, templateIds } from "@/lib/domain/registries/templates/ids";

const templateDialog = part(() => import("./template-dialog").then((module) => module.TemplateDialog));

/** Usual set-ups to begin with, each with a sentence. */
export function TemplateChoices() {
  const t = useTranslations("templates");
  const [chosen, setChosen] = useState<TemplateId | null>(null);
  return (
    <div className="space-y-2 pt-2">
      <h2 className="font-semibold">{t("title")}</h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {templateIds.map((id) => (
          <li key={id} className="flex">
            <button
              type="button"
              aria-haspopup="dialog"
              onClick={() => setChosen(id)}
              className="flex w-full min-w-0 flex-col rounded-lg border border-line bg-page px-3 py-2 text-start transition-colors hover:border-control hover:bg-subtle"
            >
              <span className="block font-medium text-fg">{t(`items.${id}.name`)}</span>
              <span className="block text-muted text-sm">{t(`items.${id}.text`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Later part={templateDialog} open={chosen !== null} onMissing={() => setChosen(null)}>
        {(TemplateDialog) => (chosen ? <TemplateDialog id={chosen} onClose={() => setChosen(null)} /> : null)}
      </Later>
    </div>
  );
}
