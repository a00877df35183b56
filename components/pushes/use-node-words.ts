"use client";
import { useTranslations } from "next-intl";

/** Words of a node or of systemd in the reader's language; null for those that have none here, as `constructor` has none. */
export function useNodeWords(): (word: string) => string | null {
  const words = useTranslations("pushes.words");
  return (word) => (words.has(word) && typeof words.raw(word) === "string" ? words(word) : null);
}
