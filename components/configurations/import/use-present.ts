"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { ConfigurationView } from "@/lib/domain/configurations/views";
import { apis } from "@/lib/domain/paths";
import type { Result } from "@/lib/domain/result";

type Present = Result<ConfigurationView, ApiError> | null;

/** A configuration as it is now; null while it is fetched. `refresh` fetches it again. */
export function usePresent(id: string): { present: Present; refresh: () => void } {
  const [present, setPresent] = useState<Present>(null);
  const running = useRef<AbortController | null>(null);
  const refresh = useCallback(() => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const target = { path: apis.configuration(id), signal: stop.signal };
    void apiRequest<ConfigurationView>("GET", target).then((result) => {
      if (!stop.signal.aborted) setPresent(result);
    });
  }, [id]);
  useEffect(() => {
    refresh();
    return () => running.current?.abort();
  }, [refresh]);
  return { present, refresh };
}
