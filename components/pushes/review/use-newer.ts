"use client";
import { useCallback, useEffect, useState } from "react";
import { readRevisions } from "@/lib/client/read-revision";
import type { PushReview } from "@/lib/domain/pushes/review";

type Reviewed = Pick<PushReview, "configuration" | "revision">;

/**
 * Whether a newer revision was saved since the review: looked for when somebody comes back to the page, and before the
 * start. Who keeps the reviewed one is asked again only for one that is newer still.
 */
export function useNewer({ configuration, revision }: Reviewed, wanted: boolean) {
  const [newest, setNewest] = useState(revision.number);
  const [kept, setKept] = useState(revision.number);
  const look = useCallback(
    async (signal?: AbortSignal): Promise<number> => {
      const answer = await readRevisions(configuration.id, signal);
      const number = answer.ok ? Math.max(0, ...answer.value.map((line) => line.number)) : 0;
      if (number > 0) setNewest(number);
      return number;
    },
    [configuration.id],
  );
  useEffect(() => {
    if (!wanted) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    window.addEventListener("focus", () => void look(signal), { signal });
    return () => stopping.abort();
  }, [look, wanted]);
  const known = Math.max(kept, revision.number);
  return {
    newer: wanted && newest > known ? newest : null,
    /** Answers whether there is one that nobody has decided about. What cannot be asked for holds nobody up. */
    check: async () => wanted && (await look()) > known,
    keep: () => setKept(newest),
  };
}
