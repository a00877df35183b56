"use client";

import { useEffect } from "react";
import { useGrowing } from "@/components/ui/use-growing";
import { useEditor } from "./editor-context";

/** A screenful and more. The server draws no others, so a long file is no long page to send. */
const growth = { first: 40, step: 120 };

/** How many cards of a list are drawn; all of them as soon as a field in one that is not must be shown. */
export function useDrawnCards(list: string, count: number) {
  const { onReveal } = useEditor();
  const cards = useGrowing(count, growth);
  const { drawn, drawAll } = cards;
  useEffect(
    () =>
      onReveal((field) => {
        if (field.startsWith(`${list}.`) && Number.parseInt(field.slice(list.length + 1), 10) >= drawn)
          drawAll();
      }),
    [onReveal, list, drawn, drawAll],
  );
  return cards;
}
