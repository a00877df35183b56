import { RE2JS, RE2JSException } from "re2js";
import { type CheckFinding, finding } from "./finding";
import { checkPatternText, checkReplacement, type PatternGroups } from "./rewrite";
import { readAsToml } from "./toml-text";

export type PatternCheck = { finding: CheckFinding | null; groups: PatternGroups | null };

/** Heavy by its import (RE2 itself), so a browser loads this file only when a rewrite is on the screen. */
export function checkPattern(pattern: string): PatternCheck {
  const found = checkPatternText(pattern);
  if (found?.severity === "error") return { finding: found, groups: null };
  const compiled = compile(pattern);
  return "code" in compiled ? { finding: compiled, groups: null } : { finding: found, groups: compiled };
}

function compile(pattern: string): PatternGroups | CheckFinding {
  const read = readAsToml(pattern);
  try {
    const expression = RE2JS.compile(read.ok ? read.text : pattern);
    return { count: expression.groupCount(), names: Object.keys(expression.namedGroups()) };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    return finding("rewrite-syntax", { detail: cause.message });
  }
}

/** Findings of both halves of a rule; the replacement is judged against the groups the pattern has. */
export function checkRewrite(rule: { pattern: string; replacement: string }) {
  const pattern = checkPattern(rule.pattern);
  return { pattern: pattern.finding, replacement: checkReplacement(rule.replacement, pattern.groups) };
}
