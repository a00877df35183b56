"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAnnounce } from "./announcer";
import { copyText } from "./copy-text";

export type Copied = "idle" | "copied" | "failed";

/** Copies a text, says aloud how it went, and tells it for two seconds. */
export function useCopy() {
  const t = useTranslations("common");
  const announce = useAnnounce();
  const [result, setResult] = useState<Copied>("idle");
  useEffect(() => {
    if (result === "idle") return;
    const timer = setTimeout(() => setResult("idle"), 2000);
    return () => clearTimeout(timer);
  }, [result]);
  async function copy(text: string) {
    const done = await copyText(text);
    setResult(done ? "copied" : "failed");
    announce(t(done ? "copied" : "copyFailed"));
  }
  return { result, copy };
}
