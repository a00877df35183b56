import { compilePattern } from "../rewrite/compile";
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
  const compiled = compilePattern(read.ok ? read.text : pattern);
  if (!compiled.ok) return finding("rewrite-syntax", { detail: compiled.error });
  const { expression, groups } = compiled.compiled;
  return { count: expression.groupCount(), names: [...groups.keys()] };
}

/** Findings of both halves of a rule; the replacement is judged against the groups the pattern has. */
export function checkRewrite(rule: { pattern: string; replacement: string }) {
  const pattern = checkPattern(rule.pattern);
  return { pattern: pattern.finding, replacement: checkReplacement(rule.replacement, pattern.groups) };
}
