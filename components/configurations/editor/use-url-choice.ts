"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** One of several views, kept in the address, so that it survives a reload and can be shared. */
export function useUrlChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): [Choice, (choice: Choice) => void] {
  const given = useSearchParams().get(name);
  const choice = choices.find((each) => each === given) ?? usual;
  const set = useCallback(
    (next: Choice) => {
      const url = new URL(window.location.href);
      if (next === usual) url.searchParams.delete(name);
      else url.searchParams.set(name, next);
      window.history.replaceState(null, "", url);
    },
    [name, usual],
  );
  return [choice, set];
}
