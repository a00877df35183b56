"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import type { Targeted } from "@/lib/domain/registry-test/target";

/** What came of a test; `name` is what was tested, as it was called on the page. */
export type TestEnd = { name: string; result: RegistryTestResult } | { name: string; error: ApiError };

/** Runs one test at a time; it stops when that is wished or when its place is gone. */
export function useRegistryTest(onEnd: (end: TestEnd) => void) {
  const [running, setRunning] = useState(false);
  const [end, setEnd] = useState<TestEnd>();
  const controller = useRef<AbortController>(null);
  const stop = useCallback(() => controller.current?.abort(), []);
  useEffect(() => stop, [stop]);

  async function start(name: string, { target, remarks }: Targeted) {
    const mine = new AbortController();
    controller.current = mine;
    setRunning(true);
    setEnd(undefined);
    const at = { path: apis.registryTests(), signal: mine.signal };
    const answer = await apiRequest<RegistryTestResult>("POST", at, { kind: "draft", target });
    setRunning(false);
    if (mine.signal.aborted) return;
    const ended = answer.ok
      ? { name, result: { ...answer.value, remarks: [...remarks, ...answer.value.remarks] } }
      : { name, error: answer.error };
    setEnd(ended);
    onEnd(ended);
  }

  return { running, end, start, stop, clear: () => setEnd(undefined) };
}
