"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { IconButton } from "@/components/ui/icon-button";
import { isComposing } from "@/components/ui/keys";
import { useDocument, useHistoryActions } from "./document/definition-document";
import { useEditor } from "./editor-context";
import { focusField } from "./findings/use-go-to";
import { usePane, usePaneState } from "./yaml/pane-context";

/** Going back and forth through everything that was edited on the page, by button and by key. */
export function UndoButtons() {
  const t = useTranslations("editor");
  const { canUndo, canRedo } = useDocument();
  const { own, dropped } = usePaneState();
  const go = useHistoryMoves();
  useHistoryKeys(go);
  return (
    <span className="flex">
      <IconButton
        label={t("undoEdit")}
        icon={<Undo2 size={16} aria-hidden />}
        aria-disabled={!canUndo && !own}
        aria-keyshortcuts="Control+Z"
        onClick={() => go("undo")}
      />
      <IconButton
        label={t("redoEdit")}
        icon={<Redo2 size={16} aria-hidden />}
        aria-disabled={!canRedo && !dropped}
        aria-keyshortcuts="Control+Shift+Z Control+Y"
        onClick={() => go("redo")}
      />
    </span>
  );
}

type Way = "undo" | "redo";

/** Texts that cannot be read are steps as well, though the fields know nothing of them. */
function usePaneMoves() {
  const { store, rendered } = usePane();
  return useCallback(
    (way: Way): boolean => {
      if (way === "undo" ? store.drop(rendered()) : store.pickUp(rendered())) return true;
      store.leave();
      store.forgetRemark();
      return false;
    },
    [store, rendered],
  );
}

export function useHistoryMoves() {
  const t = useTranslations("editor");
  const announce = useAnnounce();
  const history = useHistoryActions();
  const { reveal } = useEditor();
  const movePane = usePaneMoves();
  return useCallback(
    (way: Way) => {
      if (movePane(way)) {
        announce(t(`${way}Done`));
        return;
      }
      const first = history[way]();
      if (first === null) {
        announce(t(`${way}Nothing`));
        return;
      }
      announce(t(`${way}Done`));
      // Who is in the file sees there what has changed.
      if (document.activeElement?.closest("[data-yaml-pane]")) return;
      reveal(first);
      // Going back may take the field away that had the focus.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) focusField(first);
      });
    },
    [history, announce, t, reveal, movePane],
  );
}

function wayOf(event: KeyboardEvent): Way | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "y" && !event.shiftKey) return "redo";
  if (key !== "z") return null;
  return event.shiftKey ? "redo" : "undo";
}

/** Fields of the definition share one history; any other field keeps the one the browser gives it. */
function hasOwnHistory(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !target.name.startsWith("definition.") && !["radio", "checkbox"].includes(target.type);
}

function useHistoryKeys(go: (way: Way) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (way === null || isComposing(event) || hasOwnHistory(event.target)) return;
      // The browser would undo in the field behind a dialog, and so would we.
      event.preventDefault();
      if (!(event.target instanceof Element && event.target.closest('[role="dialog"]'))) go(way);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [go]);
}
