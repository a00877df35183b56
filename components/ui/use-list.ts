"use client";
import { useFormatter } from "next-intl";

/** Joins names as the reader's language does, without a word before the last. */
export function useList(): (names: readonly string[]) => string {
  const format = useFormatter();
  return (names) => format.list(names, { type: "conjunction", style: "narrow" });
}
