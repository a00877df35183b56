"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";

export type EditorView = "form" | "file";

/** On narrow screens the form and the file take turns. */
export function ViewTabs({ view, onChange }: { view: EditorView; onChange: (view: EditorView) => void }) {
  const t = useTranslations("editor");
  return (
    <fieldset className="mb-4 flex gap-1 border-line border-b lg:hidden">
      <legend className="sr-only">{t("view")}</legend>
      {(["form", "file"] as const).map((each) => (
        <label
          key={each}
          className={clsx(
            "-mb-px flex min-h-11 items-center border-b-2 px-3 has-focus-visible:outline-2 has-focus-visible:outline-focus",
            each === view ? "border-primary font-medium text-fg" : "border-transparent text-muted",
          )}
        >
          <input
            type="radio"
            name="editor-view"
            className="sr-only"
            checked={each === view}
            onChange={() => onChange(each)}
          />
          {t(`views.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
