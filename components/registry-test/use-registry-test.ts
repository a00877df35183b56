"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { TestPlace } from "@/lib/domain/registry-test/places";
import { askWith, type Question, type Row, rowsOf, runRows } from "./run";

/** One press of the button; `name` is what was tested, as it was called on the page. */
export type Run = {
  name: string;
  place: TestPlace;
  rows: readonly Row[];
  running: boolean;
  /** Seconds the server asks to wait; 0 for none. */
  pause: number;
};

/** Runs one test, or one on each node of a group; it stops when that is wished or when its place is gone. */
export function useRegistryTest(onEnd: (run: Run) => void) {
  const [run, setRun] = useState<Run>();
  const controller = useRef<AbortController>(null);
  const stop = useCallback(() => {
    controller.current?.abort();
    setRun((last) => {
      if (!last?.rows.some(({ state }) => state === "ended")) return undefined;
      return { ...last, running: false, pause: 0 };
    });
  }, []);
  useEffect(() => () => controller.current?.abort(), []);

  async function start(name: string, question: Question, place: TestPlace) {
    const mine = new AbortController();
    controller.current = mine;
    let now: Run = { name, place, rows: rowsOf(place), running: true, pause: 0 };
    const change = (part: Partial<Run>) => {
      if (mine.signal.aborted) return;
      now = { ...now, ...part };
      setRun(now);
    };
    change({});
    await runRows(askWith(question, mine.signal), now.rows, {
      signal: mine.signal,
      onRow: (index, row) => change({ rows: now.rows.with(index, row) }),
      onPause: (pause) => change({ pause }),
    });
    if (mine.signal.aborted) return;
    change({ running: false });
    onEnd(now);
  }

  return { run, start, stop, clear: () => setRun(undefined) };
}
