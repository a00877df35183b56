"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";

/** What CodeMirror itself says, by its English words. */
const phrases = {
  Find: "find",
  Replace: "replaceWith",
  next: "next",
  previous: "previous",
  all: "all",
  "match case": "matchCase",
  regexp: "regexp",
  "by word": "byWord",
  replace: "replace",
  "replace all": "replaceAll",
  close: "close",
  "current match": "currentMatch",
  "on line": "onLine",
  "replaced $ matches": "replacedMatches",
  "replaced match on line $": "replacedOnLine",
  "Go to line": "goTo",
  go: "go",
  "Control character": "controlCharacter",
  "Selection deleted": "selectionDeleted",
  Diagnostics: "diagnostics",
  "No diagnostics": "noDiagnostics",
} as const;

export function usePhrases(): Record<string, string> {
  const t = useTranslations("editor.yaml.phrases");
  return useMemo(
    () => Object.fromEntries(Object.entries(phrases).map(([english, key]) => [english, t(key)])),
    [t],
  );
}
