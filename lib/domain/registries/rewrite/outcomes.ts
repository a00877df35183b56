import type { Matcher } from "re2js";
import { type CompiledPattern, compilePattern } from "./compile";
import { parseTemplate, type TemplatePart } from "./template";

/** A rule of a mirror that changes a repository. */
export type RewriteCandidate = { pattern: string; before: string; after: string };
export type RewriteOutcomes = {
  /** Every rule that changes the repository, by pattern. containerd applies one of them, and picks it at random. */
  candidates: RewriteCandidate[];
  /** Patterns Go cannot compile; containerd warns and skips them. */
  invalid: { pattern: string; error: string }[];
};

type Match = { matcher: Matcher; groups: CompiledPattern["groups"] };

function groupText({ matcher, groups }: Match, part: Exclude<TemplatePart, string>): string {
  if ("group" in part) return part.group <= matcher.groupCount() ? (matcher.group(part.group) ?? "") : "";
  const matched = (groups.get(part.name) ?? []).map((group) => matcher.group(group));
  return matched.find((text) => text !== null) ?? "";
}

const expand = (parts: readonly TemplatePart[], match: Match) =>
  parts.map((part) => (typeof part === "string" ? part : groupText(match, part))).join("");

/** Go steps from character to character, and JavaScript counts some of them as two. */
const widthAt = (text: string, index: number) => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

/**
 * Go's `ReplaceAllString` (regexp.go, replaceAll): an empty match right after another match is not replaced, which
 * is why `(.*)` adds a prefix once.
 */
function replaceAll({ expression, groups }: CompiledPattern, text: string, replacement: string): string {
  const parts = parseTemplate(replacement);
  const matcher = expression.matcher(text);
  let result = "";
  let last = 0;
  let from = 0;
  while (from <= text.length && matcher.find(from)) {
    const start = matcher.start();
    const end = matcher.end();
    result += text.slice(last, start);
    if (end > last || start === 0) result += expand(parts, { matcher, groups });
    last = end;
    from = Math.max(end, from + widthAt(text, from));
  }
  return result + text.slice(last);
}

/** The repository after one rule, whether it changes or not. */
export function applyRewrite(
  rule: { pattern: string; replacement: string },
  repository: string,
): { ok: true; after: string } | { ok: false; error: string } {
  const compiled = compilePattern(rule.pattern);
  if (!compiled.ok) return compiled;
  return { ok: true, after: replaceAll(compiled.compiled, repository, rule.replacement) };
}

/** As many as a stored mirror may have, and this long together: each is compiled, and files may be hostile. */
const mostRules = 1000;
const mostPatternText = 200_000;

function tried(rules: Readonly<Record<string, string>>): [string, string][] {
  let length = 0;
  return Object.entries(rules)
    .sort(byPattern)
    .slice(0, mostRules)
    .filter(([pattern]) => {
      length += pattern.length;
      return length <= mostPatternText;
    });
}

const byPattern = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1);

/**
 * What the rules of a mirror can make of a repository. The first rule that changes it wins and no other is applied,
 * but the rules are a map in containerd, so with several candidates the winner differs from request to request
 * (K3s's fork, v2.0.4-k3s3, the rewrite patch of core/remotes/docker).
 */
export function rewriteOutcomes(
  rules: Readonly<Record<string, string>>,
  repository: string,
): RewriteOutcomes {
  const outcomes: RewriteOutcomes = { candidates: [], invalid: [] };
  for (const [pattern, replacement] of tried(rules)) {
    const applied = applyRewrite({ pattern, replacement }, repository);
    if (!applied.ok) outcomes.invalid.push({ pattern, error: applied.error });
    else if (applied.after !== repository) {
      outcomes.candidates.push({ pattern, before: repository, after: applied.after });
    }
  }
  return outcomes;
}
