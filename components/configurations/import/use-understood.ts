"use client";

import { useEffect, useState } from "react";
import type { Understood } from "./understand";

const pause = 300;

/** Reads a text a moment after it last changed; the parser is loaded when there is something to read. */
export function useUnderstood(text: string): Understood | null {
  const [read, setRead] = useState<{ text: string; result: Understood } | null>(null);
  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void import("./understand").then(({ understand }) => {
        if (!stop.signal.aborted) setRead({ text, result: understand(text) });
      });
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return read?.text === text ? read.result : null;
}
