import { normalizeReference } from "../reference";
import { compilePattern } from "./compile";
import { applyRewrite } from "./outcomes";

/** What one rule makes of a name. Only a rule that changes it counts for containerd. */
export type RuleTrial =
  | { kind: "changed"; after: string }
  | { kind: "same" }
  | { kind: "unmatched" }
  | { kind: "invalid"; error: string }
  /** Nothing to say: the pattern is not written yet, or there are too many of them to try. */
  | { kind: "untried" };

/** As much as is compiled for one name; a file may be hostile. */
const mostPatternText = 50_000;

function tryRule(rule: { pattern: string; replacement: string }, repository: string): RuleTrial {
  const compiled = compilePattern(rule.pattern);
  if (!compiled.ok) return { kind: "invalid", error: compiled.error };
  const applied = applyRewrite(rule, repository);
  if (applied.ok && applied.after !== repository) return { kind: "changed", after: applied.after };
  return { kind: compiled.compiled.expression.matcher(repository).find() ? "same" : "unmatched" };
}

/** What each rule of a mirror makes of a repository, in the order of the rules. */
export function tryRules(
  rules: readonly { pattern: string; replacement: string }[],
  repository: string,
): RuleTrial[] {
  let length = 0;
  return rules.map((rule) => {
    length += rule.pattern.length;
    return rule.pattern === "" || length > mostPatternText ? { kind: "untried" } : tryRule(rule, repository);
  });
}

/** The names a mirror may be asked for: one of them, chosen at random; without any, the name stays what it is. */
export const namesAfter = (trials: readonly RuleTrial[]): string[] => [
  ...new Set(trials.flatMap((trial) => (trial.kind === "changed" ? [trial.after] : []))),
];

/** What containerd applies the rules to when it is asked for an image: a name without registry and tag. */
export function triedRepository(text: string, mirrorName: string): string {
  const name = text.trim();
  const isWhole = mirrorName === "" || mirrorName === "*" || name.startsWith(`${mirrorName}/`);
  const reference = normalizeReference(isWhole ? name : `${mirrorName}/${name}`);
  return "error" in reference ? name : reference.repository;
}
