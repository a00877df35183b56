"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { Place } from "@/lib/domain/registries/explain/places";

export type LineTarget = {
  /** Where the editor opens a place; null where the file shown is not the one it opens. */
  editorLink: ((place: Place) => string) | null;
  /** Shows a line of the file beside. */
  show: (place: Place) => void;
};

const LineContext = createContext<LineTarget>({ editorLink: null, show: () => undefined });
export const LineProvider = LineContext.Provider;

type LineLinkProps = {
  place: Place | null;
  /** What the line decides, for those who hear the link alone. */
  what: string;
};

/** The lines that decide, as a way to them. */
export function LineLink({ place, what }: LineLinkProps) {
  const t = useTranslations("simulator.attempts");
  const { editorLink, show } = useContext(LineContext);
  if (!place) return null;
  const { line, last } = place;
  const lines = line === last ? t("line", { line }) : t("lines", { line, last });
  if (editorLink)
    return (
      <TextLink
        href={editorLink(place)}
        aria-label={t("openLine", { what, lines })}
        className="whitespace-nowrap underline"
      >
        {lines}
      </TextLink>
    );
  return (
    <button
      type="button"
      aria-label={t("showLine", { what, lines })}
      className="whitespace-nowrap rounded-sm text-link underline underline-offset-2"
      onClick={() => show(place)}
    >
      {lines}
    </button>
  );
}
