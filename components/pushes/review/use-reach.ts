"use client";
import { useCallback, useEffect, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { ReachPush, ReachReport } from "@/lib/domain/pushes/reach";
import type { PushReview } from "@/lib/domain/pushes/review";

type State = { report: ReachReport | null; error: ApiError | undefined; pending: boolean };
export type Reach = State & { again: () => void };

/** Nodes that a look came to; the others would only be waited for. */
export const askable = ({ nodes }: PushReview): string[] =>
  nodes.filter(({ reviewed }) => reviewed !== null).map(({ nodeId }) => nodeId);

/** Asks the nodes about their endpoints once the review stands, and again when asked; nothing waits for the answer. */
export function useReach(review: PushReview): Reach {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State>({ report: null, error: undefined, pending: false });
  useEffect(() => {
    const nodes = askable(review);
    if (nodes.length === 0) return setState({ report: null, error: undefined, pending: false });
    const control = new AbortController();
    setState((last) => ({ ...last, error: undefined, pending: turn >= 0 }));
    const target = { path: apis.reachPush(), signal: control.signal };
    const body: ReachPush = { groupId: review.group.id, revision: review.revision.number, nodes };
    void apiRequest<ReachReport>("POST", target, body).then((result) => {
      if (control.signal.aborted) return;
      setState(
        result.ok
          ? { report: result.value, error: undefined, pending: false }
          : { report: null, error: result.error, pending: false },
      );
    });
    return () => control.abort();
  }, [review, turn]);
  return { ...state, again: useCallback(() => setTurn((last) => last + 1), []) };
}
