"use client";

import { useEffect, useState } from "react";
import type { CheckFinding } from "@/lib/domain/registries/checks/finding";
import { checkPatternText, checkReplacement } from "@/lib/domain/registries/checks/rewrite";

type Rule = { pattern: string; replacement: string };
type Check = (rule: Rule) => { pattern: CheckFinding | null; replacement: CheckFinding | null };

const checkText: Check = ({ pattern, replacement }) => ({
  pattern: checkPatternText(pattern),
  replacement: checkReplacement(replacement, null),
});

/** Judges a rewrite by its text at once, and as Go's RE2 does as soon as that is loaded. */
export function useRewriteCheck(): Check {
  const [check, setCheck] = useState<Check>(() => checkText);
  useEffect(() => {
    const stop = new AbortController();
    void import("@/lib/domain/registries/checks/rewrite-pattern").then(({ checkRewrite }) => {
      if (!stop.signal.aborted) setCheck(() => checkRewrite);
    });
    return () => stop.abort();
  }, []);
  return check;
}
