"use client";

import { useEffect, useState } from "react";
import type { FileUnderstood, Source } from "./understand-file";

const pause = 300;
const nothing: Source = { name: "", text: "" };

const isSame = (one: Source, other: Source) =>
  one.text === other.text &&
  one.name === other.name &&
  one.as === other.as &&
  one.registry === other.registry;

/** Reads a file a moment after it last changed; the readers are loaded when there is something to read. */
export function useUnderstood(source: Source | null): FileUnderstood | null {
  const [read, setRead] = useState<{ from: Source; result: FileUnderstood } | null>(null);
  const { name, text, as, registry } = source ?? nothing;
  useEffect(() => {
    if (text === "") return;
    const from: Source = { name, text, as, registry };
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void import("./understand-file")
        .then(({ understandFile }) => understandFile(from))
        .then((result) => {
          if (!stop.signal.aborted) setRead({ from, result });
        });
    }, pause);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [name, text, as, registry]);
  return source !== null && read !== null && isSame(read.from, source) ? read.result : null;
}
