"use client";

import { useEffect, useRef, useState } from "react";

import type { DropMark } from "./drop-position";

/**
 * Dragging by the handle, for pointers. It is loaded after the list is on the page and only adds to the buttons and
 * keys that do the same, so a list without it is whole.
 */
export function useEndpointDrag(rowIds: readonly string[], moveRow: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [mark, setMark] = useState<DropMark>(null);
  const list = useRef<HTMLOListElement>(null);
  const rows = rowIds.toSorted().join(" ");
  const move = useRef(moveRow);
  useEffect(() => {
    move.current = moveRow;
  });

  useEffect(() => {
    const element = list.current;
    if (!element || !rows.includes(" ")) return;
    const stop = new AbortController();
    const owner = Symbol("rows");
    void import("./endpoint-drag").then(({ makeSortable }) => {
      if (stop.signal.aborted) return;
      const release = makeSortable(element, owner, {
        onStart: setDragged,
        onOver: setMark,
        onDrop: (from, to) => {
          setDragged(null);
          setMark(null);
          if (to !== null && to !== from) move.current(from, to);
        },
      });
      stop.signal.addEventListener("abort", release);
    });
    return () => stop.abort();
  }, [rows]);

  return { dragList: list, dragged, mark };
}
