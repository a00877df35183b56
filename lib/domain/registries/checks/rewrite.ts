import { type CheckFinding, finding } from "./finding";
import { readAsToml, type TomlReading, writableEscape } from "./toml-text";

function checkToml(reading: TomlReading): CheckFinding | null {
  if (reading.ok) {
    const text = reading.changed[0];
    if (text) return finding("rewrite-toml-meaning", { text, right: writableEscape(text) });
    return /\p{Cc}/u.test(reading.text) ? finding("control-char") : null;
  }
  if (reading.reason === "escape") {
    return finding("rewrite-toml", { text: reading.text, right: writableEscape(reading.text) });
  }
  return finding(reading.reason === "quote" ? "rewrite-quote" : "rewrite-line-break");
}

/** Constructs Go's RE2 does not have, found by their own spelling so that each can be named. */
function checkUnsupported(pattern: string): CheckFinding | null {
  const look = /(?<!\\)\(\?(?:=|!|<=|<!)/.exec(pattern);
  if (look) return finding("rewrite-lookaround", { text: look[0] });
  const back = /(?<!\\)\\{1,2}([1-9]\d*)/.exec(pattern);
  return back ? finding("rewrite-backreference", { text: `\\${back[1]}` }) : null;
}

/** A rewrite sees `library/alpine`: the tag, the digest and the host are not part of it. */
function checkTag(pattern: string): CheckFinding | null {
  const plain = pattern.replace(/\[\^?\]?[^\]]*(?::\w+:[^\]]*)*\]/g, "").replace(/\(\?[a-zA-Z-]*:/g, "(");
  const mark = /[:@]/.exec(plain);
  return mark ? finding("rewrite-tag", { mark: mark[0] }) : null;
}

/** Everything about a pattern that its text alone tells; whether it compiles is asked of RE2 (rewrite-pattern.ts). */
export function checkPatternText(pattern: string): CheckFinding | null {
  if (pattern === "") return finding("rewrite-empty");
  return checkUnsupported(pattern) ?? checkToml(readAsToml(pattern)) ?? checkTag(pattern);
}

/** `groups` counts the groups of the pattern and `names` lists those that have one; null while it does not compile. */
export type PatternGroups = { count: number; names: readonly string[] };

export function checkReplacement(replacement: string, groups: PatternGroups | null): CheckFinding | null {
  const backslash = /\\(\d+)/.exec(replacement);
  if (backslash) {
    return finding("rewrite-backslash-group", { text: backslash[0], right: `$\{${backslash[1]}}` });
  }
  const toml = checkToml(readAsToml(replacement));
  if (toml) return toml;
  const reference = groups && checkReferences(replacement, groups);
  if (reference) return reference;
  return replacement.startsWith("/")
    ? finding("rewrite-leading-slash", { right: replacement.replace(/^\/+/, "") })
    : null;
}

/** `$name` takes every letter, digit and underscore that follows (Go regexp.Expand), so `$1_x` is group `1_x`. */
function checkReferences(replacement: string, groups: PatternGroups): CheckFinding | null {
  const reference = /\$\$|\$\{(\w+)\}|\$(\w+)/g;
  for (const [text, braced, bare] of replacement.matchAll(reference)) {
    const name = braced ?? bare;
    if (name === undefined || isGroup(name, groups)) continue;
    const glued = bare === undefined ? null : /^(\d+)([A-Za-z_]\w*)$/.exec(bare);
    if (glued) return finding("rewrite-glued", { text, name, right: `$\{${glued[1]}}${glued[2]}` });
    return finding("rewrite-group", { text, groups: groups.count });
  }
  return null;
}

const isGroup = (name: string, { count, names }: PatternGroups) =>
  /^\d+$/.test(name) ? Number(name) <= count : names.includes(name);
