"use client";
import { useEffect, useState } from "react";
import { apiRequest } from "@/lib/client/api";
import type { StoredUsage } from "@/lib/domain/credentials/stored";

type Asked = { version: number; usage: StoredUsage };
type Answer = { state: "asking" } | { state: "failed" } | { state: "known"; stored: Asked };

/** Asks where something stored is; `path` is where it is told about. */
export function useUsage(path: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ state: "asking" });
  useEffect(() => {
    const control = new AbortController();
    void apiRequest<Asked>("GET", { path, signal: control.signal }).then((result) => {
      if (control.signal.aborted) return;
      setAnswer(result.ok ? { state: "known", stored: result.value } : { state: "failed" });
    });
    return () => control.abort();
  }, [path]);
  return answer;
}
