"use client";
import { useSyncExternalStore } from "react";
import { held } from "@/lib/client/held";
import { part } from "@/lib/client/part";

type ToastOptions = { undo?: { label: string; onUndo: () => void } };

const duration = 10_000;
const nothing = () => undefined;

export const toasts = part(() => import("./toast-region"));

/** What is said where the toasts cannot be fetched: mostly that something cannot be fetched. */
const plain = held<string | undefined>(undefined);

/** Stands at the end of every page. */
export function Toasts() {
  const region = useSyncExternalStore(toasts.subscribe, toasts.peek, nothing);
  const text = useSyncExternalStore(plain.subscribe, plain.get, nothing);
  if (region) return <region.ToastRegion timeout={duration} />;
  return text ? (
    <p
      role="alert"
      className="fixed end-4 bottom-4 z-50 w-[calc(100vw-2rem)] max-w-sm rounded-lg border border-line bg-float px-4 py-2 shadow-float"
    >
      {text}
    </p>
  ) : null;
}

function sayPlainly(text: string): void {
  plain.set(text);
  setTimeout(() => plain.get() === text && plain.set(undefined), duration);
}

/**
 * For small confirmations, with an undo where there is one. Errors and news that matter are banners. Answers what takes it
 * away again, for an undo that is over.
 */
const toast = (text: string, { undo }: ToastOptions = {}): (() => void) => {
  const over = new AbortController();
  const action = undo ? { actionProps: { children: undo.label, onClick: undo.onUndo } } : {};
  toasts.load().then(
    ({ show }) => {
      if (!over.signal.aborted) over.signal.addEventListener("abort", show({ title: text, ...action }));
    },
    () => sayPlainly(text),
  );
  return () => over.abort();
};

export const useToast = () => toast;
