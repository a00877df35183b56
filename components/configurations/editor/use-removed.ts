"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { useAnnounce } from "@/components/ui/announcer";
import { useToast } from "@/components/ui/toast";
import { useHistoryActions } from "./document/definition-document";

/** Says that something was just removed and offers it back: as a step back, or as a new one when more was done since. */
export function useRemoved() {
  const t = useTranslations("editor");
  const announce = useAnnounce();
  const toast = useToast();
  const { mark } = useHistoryActions();
  const offers = useRef<(() => void)[]>([]);
  // What was removed belongs to this editor: with another one open it could not come back.
  useEffect(
    () => () => {
      for (const withdraw of offers.current) withdraw();
    },
    [],
  );
  return useCallback(
    (name: string, putBack: () => void) => {
      const text = t("removed", { name });
      const takeBack = mark();
      announce(text);
      offers.current.push(toast(text, { undo: { label: t("undo"), onUndo: () => takeBack(putBack) } }));
    },
    [t, announce, toast, mark],
  );
}
