"use client";

import { useEffect, useState } from "react";
import { get } from "react-hook-form";
import { useFindings, useFindingsAt } from "./findings-provider";
import type { PlacedFinding } from "./place-findings";

/** Long enough for the click that took the focus away: what appears on leaving must not move its target. */
const afterLeaving = 200;
const none: readonly PlacedFinding[] = [];

/**
 * What was found about a field, as long as it speaks about what stands there: while a person is in the middle of a
 * word nothing does. An empty field is only a mistake once it was left empty.
 */
export function useSettledFindings(name: string, value: string) {
  const { store } = useFindings();
  const all = useFindingsAt(name);
  const [left, setLeft] = useState(false);
  const judged: unknown = get(store.judged.form, name.replace(/^definition\./, ""));
  const isAbout = judged === undefined || judged === value;
  const found = isAbout ? withoutUnfinished(all, left) : none;
  useEffect(() => {
    if (value !== "") setLeft(true);
  }, [value]);
  return {
    found,
    settle: () => {
      setTimeout(() => setLeft(true), afterLeaving);
    },
  };
}

const withoutUnfinished = (all: readonly PlacedFinding[], left: boolean) =>
  left ? all : all.filter(({ finding }) => !finding.message.key.endsWith("-empty"));
