import type { RE2JS } from "re2js";
import { readAsToml } from "../checks/toml-text";
import { compilePattern } from "../rewrite/compile";
import { applyRewrite } from "../rewrite/outcomes";
import { literalStart, samplesOf } from "./rewrite-names";
import type { RewriteView } from "./view";

/** Names of images as clusters use them, to try patterns on. */
const usual = ["library/busybox", "rancher/mirrored-pause", "bitnami/redis", "team/group/app"];

/** More rules than this in one mirror are tried among the first ones alone. */
const mostRules = 60;

/** Names are tried on all rules, up to this number of trials for one mirror. */
const mostTrials = 2000;
/** In small sets the names of two rules are also put together. */
const fewRules = 6;

/** Names that an image can have (distribution/reference). */
const isName = (name: string) => name.length < 256 && /^[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*$/.test(name);

/** The ends of a name behind each of its slashes, and all of it. */
const tailsOf = (name: string) => [
  name,
  name.slice(name.indexOf("/") + 1),
  name.slice(name.lastIndexOf("/") + 1),
];

/** What begins like one rule's names and ends like another's. */
function joined(heads: readonly string[], tails: readonly string[]): string[] {
  const ends = tails.slice(0, 3).flatMap(tailsOf);
  return heads.slice(0, 3).flatMap((head) => ends.flatMap((end) => [`${head}/${end}`, head + end]));
}

function namesFor(compiled: readonly Compiled[]): string[] {
  const samples = compiled.map(({ pattern }) => samplesOf(pattern));
  const pairs =
    compiled.length > fewRules
      ? []
      : samples.flatMap((one) => samples.flatMap((other) => joined(one, other)));
  const names = [...samples.map(([first = ""]) => first), ...usual, ...samples.flat(), ...pairs];
  const plain = names.map((name) =>
    name
      .toLowerCase()
      .replace(/\/{2,}/g, "/")
      .replace(/^\/|\/$/g, ""),
  );
  return [...new Set([...plain, ...plain.slice(0, compiled.length).map((name) => `${name}/app`)])]
    .filter(isName)
    .slice(0, Math.ceil(mostTrials / compiled.length));
}

/** Rules that no other rule can meet: their names begin differently. */
function canMeet(rules: readonly RewriteView[]): RewriteView[] {
  const starts = rules.map(({ pattern }) => literalStart(pattern));
  return rules.filter((_, at) => {
    const own = starts[at] ?? "";
    return starts.some((start, other) => other !== at && (start.startsWith(own) || own.startsWith(start)));
  });
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
  const compiled = canMeet(rules.slice(0, mostRules)).flatMap(compile);
  const found = new Map<RewriteView, Overlap>();
  for (const name of namesFor(compiled)) {
    if (found.size >= compiled.length - 1) break;
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
