"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

import { type DropMark, dropPosition } from "./drop-position";

/**
 * Dragging by the handle, for pointers and fingers. It is loaded after the list is on the page and only adds to the buttons and
 * keys that do the same, so a list without it is whole.
 */
export function useEndpointDrag(
  list: RefObject<HTMLElement | null>,
  rowIds: readonly string[],
  moveRow: (from: number, to: number) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [mark, setMark] = useState<DropMark>(null);
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
        onDrop: (from, over) => {
          setDragged(null);
          setMark(null);
          const to = over && dropPosition(from, over.index, over.edge);
          if (to !== null && to !== from) move.current(from, to);
        },
      });
      stop.signal.addEventListener("abort", release);
    });
    return () => stop.abort();
  }, [list, rows]);

  return { dragged, mark };
}
