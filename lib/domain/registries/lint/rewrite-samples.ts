import type { RE2JS } from "re2js";
import { readAsToml } from "../checks/toml-text";
import { compilePattern } from "../rewrite/compile";
import { applyRewrite } from "../rewrite/outcomes";
import type { RewriteView } from "./view";

/** Names of images as clusters use them, to try patterns on. */
const usual = ["library/busybox", "rancher/mirrored-pause", "bitnami/redis", "team/group/app"];

/** More rules than this in one mirror are tried among the first ones alone. */
const mostRules = 60;

/** A name that a pattern was probably written for: its groups and sets filled in with a plain word. */
function sampleOf(pattern: string): string {
  return pattern
    .replace(/\[\.\]|\\+\./g, "~")
    .replace(/\(\?(?:P?<\w+>|[a-zA-Z]*:)/g, "(")
    .replace(/\((?:[^()|]*\|)+([^()|]*)\)/g, "($1)")
    .replace(/\[[^\]]*\][*+?]*|\.[*+]\??|\\+[dws][*+?]*/g, "app")
    .replace(/[\^$()*+?\\]|\{\d+,?\d*\}/g, "")
    .replace(/~/g, ".");
}

interface Compiled {
  readonly rule: RewriteView;
  readonly pattern: string;
  readonly expression: RE2JS;
}

function compile(rule: RewriteView): Compiled[] {
  const read = readAsToml(rule.pattern);
  if (!read.ok || rule.pattern === "" || rule.pattern.length > 1000) return [];
  const compiled = compilePattern(read.text);
  return compiled.ok ? [{ rule, pattern: read.text, expression: compiled.compiled.expression }] : [];
}

export interface Overlap {
  readonly first: RewriteView;
  readonly second: RewriteView;
  /** A name that both rules change, each into something else. */
  readonly example: string;
}

function resultOf({ rule, pattern, expression }: Compiled, name: string): string | null {
  if (!expression.matcher(name).find()) return null;
  const applied = applyRewrite({ pattern, replacement: rule.replacement }, name);
  return applied.ok && applied.after !== name ? applied.after : null;
}

/** The first name on which each rule disagrees with an earlier one; containerd would pick one of the two at random. */
export function findOverlaps(rules: readonly RewriteView[]): Overlap[] {
  const compiled = rules.slice(0, mostRules).flatMap(compile);
  const names = [...new Set([...compiled.map(({ pattern }) => sampleOf(pattern)), ...usual])];
  const found = new Map<RewriteView, Overlap>();
  for (const name of names.filter((each) => each !== "")) {
    const [first, ...others] = compiled.flatMap((each) => {
      const result = resultOf(each, name);
      return result === null ? [] : [{ rule: each.rule, result }];
    });
    for (const { rule, result } of others) {
      if (first === undefined || result === first.result || found.has(rule)) continue;
      found.set(rule, { first: first.rule, second: rule, example: name });
    }
  }
  return [...found.values()];
}
