"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useJudged } from "./findings/findings-provider";

export const editorViews = ["split", "form", "file"] as const;
export type EditorView = (typeof editorViews)[number];

const shownOrder = ["form", "split", "file"] as const;

type ViewTabsProps = { view: EditorView; onChange: (view: EditorView) => void };

/** The form, the file, or both. On narrow screens they take turns. */
export function ViewTabs({ view, onChange }: ViewTabsProps) {
  const t = useTranslations("editor");
  const isWide = useIsWide();
  const problems = useJudged().placed.all.length;
  const shown = view === "split" && !isWide ? "form" : view;
  return (
    <fieldset className="flex rounded-md border border-line p-0.5">
      <legend className="sr-only">{t("view")}</legend>
      {shownOrder.map((each) => (
        <label
          key={each}
          className={clsx(
            "flex min-h-7 items-center rounded-sm px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:min-h-11",
            each === "split" && "max-lg:hidden",
            each === shown ? "bg-inset font-medium text-fg" : "text-muted hover:text-fg",
          )}
        >
          <input
            type="radio"
            name="editor-view"
            className="sr-only"
            checked={each === shown}
            onChange={() => onChange(each === "form" && !isWide ? "split" : each)}
          />
          {t(`views.${each}`)}
          {problems > 0 ? (
            <span className="ms-1.5 text-muted tabular-nums lg:hidden">
              <span aria-hidden="true">({problems})</span>
              <span className="sr-only">{t("problemsCount", { count: problems })}</span>
            </span>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}

const wide = "(min-width: 1024px)";

const watchWidth = (listener: () => void) => {
  const query = window.matchMedia(wide);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

const useIsWide = () =>
  useSyncExternalStore(
    watchWidth,
    () => window.matchMedia(wide).matches,
    () => true,
  );
