"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { useRemoved } from "./use-removed";
import { useRows } from "./use-rows";

type Entries = {
  list: RefObject<HTMLElement | null>;
  count: number;
  nameOf: (index: number) => string;
  move: (from: number, to: number) => void;
  /** Takes an entry out and answers with what puts it back. */
  takeOut: (index: number) => () => void;
  /** Has an entry drawn at once, where not all of them are. */
  draw?: (index: number) => void;
};

export type EntryActions = {
  move: (from: number, to: number) => void;
  moveByKey: (event: KeyboardEvent, index: number) => void;
  remove: (index: number) => void;
};

/** Moving and removing entries of an ordered list: said aloud, with the focus kept and a way back. */
export function useEntries(entries: Entries): EntryActions {
  const t = useTranslations("editor");
  const announce = useAnnounce();
  const removed = useRemoved();
  const rows = useRows({
    list: entries.list,
    count: entries.count,
    move: entries.move,
    onMoved: (to) =>
      announce(t("moved", { name: entries.nameOf(to), position: to + 1, total: entries.count })),
  });

  function remove(index: number) {
    const name = entries.nameOf(index);
    const putBack = entries.takeOut(index);
    const next = Math.min(index, entries.count - 2);
    requestAnimationFrame(() => {
      entries.draw?.(next);
      focusRow(entries.list.current, next);
    });
    removed(name, putBack);
  }

  // The cards are memoized, so what they call must stay the same while what it does may change.
  const latest = useRef({ rows, remove });
  useEffect(() => {
    latest.current = { rows, remove };
  });
  return useMemo(
    (): EntryActions => ({
      move: (from, to) => latest.current.rows.moveRow(from, to),
      moveByKey: (event, index) => latest.current.rows.moveByKey(event, index),
      remove: (index) => latest.current.remove(index),
    }),
    [],
  );
}

/** Without it the focus falls back to the page when the row it was in goes. */
function focusRow(list: HTMLElement | null, index: number) {
  list?.querySelector<HTMLElement>(`:scope > [data-row="${index}"] [data-control]`)?.focus();
}
