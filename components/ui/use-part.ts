"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { type Part, whenIdle } from "@/lib/client/part";
import { useToast } from "./toast";

const nothing = () => undefined;

/** Fetches a part once the page rests, so that it is there at the first press even where the network is slow. */
export function usePreloaded(parts: readonly Part<unknown>[]): void {
  useEffect(
    () =>
      whenIdle(() => {
        // A part that does not come now is asked for again by whoever needs it, who says so then.
        for (const each of parts) each.load().catch(nothing);
      }),
    [parts],
  );
}

/**
 * A part from the moment on that it is needed and there. When it cannot be fetched that is said, and `onMissing` takes back
 * what waited for it; without it, nobody waits.
 */
export function usePart<Value>(
  part: Part<Value>,
  needed: boolean,
  onMissing?: () => void,
): Value | undefined {
  const t = useTranslations("common");
  const toast = useToast();
  const value = useSyncExternalStore(part.subscribe, part.peek, nothing);
  const missing = needed && value === undefined;
  const tell = useEffectEvent(() => {
    if (!onMissing) return;
    toast(t("partMissing"));
    onMissing();
  });
  useEffect(() => {
    if (missing) part.load().catch(() => tell());
  }, [missing, part]);
  return needed ? value : undefined;
}
