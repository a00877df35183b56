"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useState } from "react";

/** One of several views, kept in the address, so that it survives a reload and can be shared. */
export function useUrlChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): [Choice, (choice: Choice) => void] {
  const given = useSearchParams().get(name);
  // The address follows a moment later, and what was chosen must be on the page at once.
  const [ahead, setAhead] = useState<{ of: string | null; choice: Choice } | null>(null);
  const choice =
    ahead !== null && ahead.of === given ? ahead.choice : (choices.find((each) => each === given) ?? usual);
  const set = useCallback(
    (next: Choice) => {
      setAhead({ of: given, choice: next });
      const url = new URL(window.location.href);
      if (next === usual) url.searchParams.delete(name);
      else url.searchParams.set(name, next);
      window.history.replaceState(null, "", url);
    },
    [name, usual, given],
  );
  return [choice, set];
}
