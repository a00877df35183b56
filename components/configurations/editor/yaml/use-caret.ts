"use client";

import { type RefObject, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useDocument } from "../document/definition-document";
import { fieldOfPath } from "../findings/field-of-path";
import { watchScrolling } from "../watch-scrolling";
import { usePane } from "./pane-context";
import { type Lines, pathOfLine } from "./path-of-line";

/** Whether the caret of the file stands in the lines of a card. */
export function useIsPointedAt(card: string): boolean {
  const { caret } = usePane();
  const read = useMemo(() => () => caret.card === card, [caret, card]);
  return useSyncExternalStore(caret.subscribe, read, () => false);
}

/** The card whose lines the caret stands in. */
export function useCaretCard(): string | null {
  const { caret } = usePane();
  return useSyncExternalStore(
    caret.subscribe,
    () => caret.card,
    () => null,
  );
}

/** Tells the page where the caret went. */
export function useCaretReport() {
  const { caret } = usePane();
  const { form } = useDocument();
  const latest = useRef(form);
  useEffect(() => {
    latest.current = form;
  });
  return useMemo(
    () => (lines: Lines | null, number: number) => {
      const path = lines ? pathOfLine(lines, number) : [];
      caret.point(path.length < 2 ? null : (fieldOfPath(latest.current, path)?.part ?? null));
    },
    [caret],
  );
}

/** Brings the fields of the lines the caret is in into sight, unless somebody scrolls there by themselves. */
export function useFieldsFollowCaret(fields: RefObject<HTMLElement | null>) {
  const { caret } = usePane();
  useEffect(() => {
    const box = fields.current;
    if (!box) return;
    const scrolling = watchScrolling(box, document.documentElement);
    let frame = 0;
    const follow = () => {
      if (!scrolling.isRecent()) nearestDrawn(box, caret.part)?.scrollIntoView({ block: "nearest" });
    };
    const stop = caret.subscribe(() => {
      cancelAnimationFrame(frame);
      // A card of a long list is drawn first.
      frame = requestAnimationFrame(follow);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      scrolling.stop();
    };
  }, [caret, fields]);
}

/** A closed card draws no parts, so the nearest thing around one is looked for. */
function nearestDrawn(box: HTMLElement, part: string | null): Element | null {
  for (let path = part ?? ""; path.includes("/"); path = path.slice(0, path.lastIndexOf("/"))) {
    const found = box.querySelector(`[data-path="${CSS.escape(path)}"]`);
    if (found) return found;
  }
  return null;
}
