"use client";
import { useEffect, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { RevisionComparison } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import type { Result } from "@/lib/domain/result";

/** The two sides to compare; without `to` the newest revision. */
type Asked = { id: string; from: number; to?: number };

/** What differs between two revisions, as the server tells it; null until it answered. */
export function useComparison({ id, from, to }: Asked): Result<RevisionComparison, ApiError> | null {
  const [answer, setAnswer] = useState<Result<RevisionComparison, ApiError> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(null);
    const path = apis.compareRevisions(id, { from, ...(to === undefined ? {} : { to }) });
    void apiRequest<RevisionComparison>("GET", { path, signal: stop.signal }).then((given) => {
      if (!stop.signal.aborted) setAnswer(given);
    });
    return () => stop.abort();
  }, [id, from, to]);
  return answer;
}
