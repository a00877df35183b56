"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { HarborAnswer } from "@/lib/domain/harbor/reading";
import type { ReadHarborInput } from "@/lib/domain/harbor/schema";
import { apis } from "@/lib/domain/paths";

/** What came of it, and what it was asked with; never the login itself. */
export type HarborEnd = { address: string; ca: string | null; credential: string | null } & (
  | { answer: HarborAnswer }
  | { error: ApiError }
);

/** Reads one Harbor at a time; the reading stops when that is wished or when the dialog is closed. */
export function useReadHarbor(onEnd: (end: HarborEnd) => void) {
  const [running, setRunning] = useState(false);
  const [end, setEnd] = useState<HarborEnd>();
  const controller = useRef<AbortController>(null);
  const stop = useCallback(() => controller.current?.abort(), []);
  useEffect(() => stop, [stop]);

  async function start(input: ReadHarborInput) {
    const mine = new AbortController();
    controller.current = mine;
    setRunning(true);
    setEnd(undefined);
    const at = { path: apis.harborProjects(), signal: mine.signal };
    const result = await apiRequest<HarborAnswer>("POST", at, input);
    setRunning(false);
    if (mine.signal.aborted) return;
    const { address, access, ca } = input;
    const asked = { address, ca, credential: access.kind === "stored" ? access.credential : null };
    const ended = result.ok ? { ...asked, answer: result.value } : { ...asked, error: result.error };
    setEnd(ended);
    onEnd(ended);
  }

  return { running, end, start, stop };
}
