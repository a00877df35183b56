"use client";

import { useCallback, useEffect, useRef } from "react";
import { isComposing } from "@/components/ui/keys";
import { usePane } from "../yaml/pane-context";
import { useFindings } from "./findings-provider";
import { nextFinding, type PlacedFinding } from "./place-findings";
import { useGoTo } from "./use-go-to";

/** F8 goes to the next problem and Shift F8 to the one before. Answers with what goes to a chosen one. */
export function useProblemKeys() {
  const { store } = useFindings();
  const goTo = useGoTo();
  const { store: text, goToLine } = usePane();
  const last = useRef<string | null>(null);

  const show = useCallback(
    (found: PlacedFinding) => {
      last.current = found.id;
      // While the file cannot be read, the fields do not show what it says.
      if (found.place && !text.state.broken) goTo(found.place);
      else goToLine(found.line);
    },
    [goTo, text, goToLine],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F8" || isComposing(event)) return;
      const next = nextFinding(store.judged.placed.all, last.current, event.shiftKey ? -1 : 1);
      if (!next) return;
      event.preventDefault();
      show(next);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [store, show]);

  return show;
}
