"use client";
import { useCallback, useEffect, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { PushReview } from "@/lib/domain/pushes/review";

type State = { review: PushReview | null; error: ApiError | undefined; pending: boolean };

/** Looks at the group's nodes as soon as the page is open, and again when asked. An older answer never wins. */
export function useReview(groupId: string, revision: number | undefined): State & { again: () => void } {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State>({ review: null, error: undefined, pending: true });
  useEffect(() => {
    const control = new AbortController();
    setState((last) => ({ ...last, error: undefined, pending: turn >= 0 }));
    const target = { path: apis.reviewPush(), signal: control.signal };
    void apiRequest<PushReview>("POST", target, { groupId, revision }).then((result) => {
      if (control.signal.aborted) return;
      setState(
        result.ok
          ? { review: result.value, error: undefined, pending: false }
          : { review: null, error: result.error, pending: false },
      );
    });
    return () => control.abort();
  }, [groupId, revision, turn]);
  return { ...state, again: useCallback(() => setTurn((last) => last + 1), []) };
}
