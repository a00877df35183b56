"use client";
import { type ComponentType, type ReactNode, useMemo } from "react";
import type { Part } from "@/lib/client/part";
import { Coming } from "./coming";
import { usePreloaded } from "./use-part";
import { usePopup } from "./use-popup";

type LaterProps<Props> = {
  part: Part<ComponentType<Props>>;
  open: boolean;
  /** Takes back that it is open, when it cannot be fetched. */
  onMissing: () => void;
  children: (Loaded: ComponentType<Props>) => ReactNode;
};

/**
 * A dialog whose code comes after the page: a form brings its fields and checks with it. It stays from the first opening
 * on, so that it can close as it opened.
 */
export function Later<Props>({ part, open, onMissing, children }: LaterProps<Props>) {
  usePreloaded(useMemo(() => [part], [part]));
  // Without a button of its own it is told of nothing but that the part is missing.
  const { loaded: Loaded } = usePopup(part, { open, onOpenChange: onMissing });
  if (Loaded) return children(Loaded);
  return open ? <Coming /> : null;
}
