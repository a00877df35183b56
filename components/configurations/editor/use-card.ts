"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useEditor } from "./editor-context";

/** Whether a card is open; it opens by itself when a field in it must be shown. */
export function useCard(path: string, openAtFirst: boolean) {
  const { onReveal } = useEditor();
  const [open, setOpen] = useState(openAtFirst);
  useEffect(
    () =>
      onReveal((field) => {
        if (field.startsWith(`${path}.`)) flushSync(() => setOpen(true));
      }),
    [onReveal, path],
  );
  return { open, toggle: () => setOpen((last) => !last) };
}
