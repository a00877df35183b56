import { checkAuthFields, checkAuthText } from "../checks/auth";
import { checkEndpoint } from "../checks/endpoint";
import type { CheckCode, CheckFinding } from "../checks/finding";
import { checkMirrorName, checkRegistryKey } from "../checks/registry-key";
import { checkReplacement } from "../checks/rewrite";
import { checkPattern, type PatternCheck } from "../checks/rewrite-pattern";
import { checkTlsPair, checkTlsPath } from "../checks/tls";
import { authFields, tlsFiles } from "../fields";
import type { LintContext } from "./context";
import type { AuthView, HostView, MirrorView, Path, RewriteView, TlsView, Value } from "./view";

/** An answer of a field check, where it holds, and how to write another text there. */
export interface FieldCheck {
  readonly found: CheckFinding;
  /** The text that was judged. */
  readonly value: string;
  readonly path: Path;
  /** The key of the place, or its value. */
  readonly part: "key" | "value";
  readonly slot: Value["slot"];
}

export interface FieldChecks {
  readonly checks: ReadonlyMap<string, readonly FieldCheck[]>;
  /** How many answers were too many of their code. */
  readonly dropped: number;
  /** Rewrites whose patterns were too many, or too large, to be looked at. */
  readonly unjudged: readonly RewriteView[];
}

/** Longer texts are no host, URL or pattern; the save schema refuses them too. */
const longest = 4096;
/** Compiling is costly, so different patterns are compiled once each, up to this number and size of all. */
const mostPatterns = 1000;
const mostPatternSize = 100_000;

/** Far more of one code than are ever listed; the rest is only counted. */
export const mostOfCode = 5000;

type Add = (found: CheckFinding | null, check: Omit<FieldCheck, "found">) => void;

/** The finer codes of the field checks, by the word under which all tools tell them. */
const words: Partial<Record<CheckCode, string>> = {
  "key-empty": "key-path",
  "endpoint-slashes": "endpoint-scheme",
  "endpoint-ipv6": "endpoint-host",
  "rewrite-quote": "rewrite-toml",
  "rewrite-line-break": "rewrite-toml",
  "rewrite-toml-meaning": "rewrite-toml",
  "rewrite-lookaround": "rewrite-syntax",
  "rewrite-backreference": "rewrite-syntax",
  "rewrite-glued": "rewrite-syntax",
  "rewrite-backslash-group": "rewrite-syntax",
  "auth-colon": "auth-base64",
  "tls-inline": "tls-relative",
};

const wordOf = (code: CheckCode): string => words[code] ?? code;

/** Every field check of the editor, run over a whole file; by the code it is told under. */
export function runFieldChecks({ view }: LintContext): FieldChecks {
  const checks = new Map<string, FieldCheck[]>();
  let dropped = 0;
  const add: Add = (found, check) => {
    if (found === null) return;
    const word = wordOf(found.code);
    const known = checks.get(word) ?? [];
    if (known.length < mostOfCode) known.push({ found, ...check });
    else dropped++;
    checks.set(word, known);
  };
  const compileOnce = patternChecker();
  const unjudged: RewriteView[] = [];
  for (const mirror of view.mirrors) {
    checkMirror(mirror, add);
    for (const rewrite of mirror.rewrites) {
      if (!checkRewrite(rewrite, compileOnce, add)) unjudged.push(rewrite);
    }
  }
  for (const host of view.hosts) checkHost(host, add);
  return { checks, dropped, unjudged };
}

function checkMirror({ name, slot, path, endpoints }: MirrorView, add: Add): void {
  if (name.length <= longest) add(checkMirrorName(name), { value: name, path, part: "key", slot });
  for (const { text: value, slot: place, path: at } of endpoints) {
    if (value.length <= longest) add(checkEndpoint(value), { value, path: at, part: "value", slot: place });
  }
}

type CheckPattern = (pattern: string) => PatternCheck | null;

/** Repeats are compiled by writing them out; RE2 refuses more than a thousand. */
function sizeOf(pattern: string): number {
  const repeats = Array.from(pattern.matchAll(/\{(?:\d*,)?(\d+)\}/g), ([, most]) => Number(most) || 1);
  return (
    pattern.length +
    Math.min(
      repeats.reduce((product, most) => product * most, 1),
      1000,
    )
  );
}

/** Mirrors tend to share their patterns. Null for one too many. */
function patternChecker(): CheckPattern {
  const known = new Map<string, PatternCheck>();
  let size = 0;
  return (pattern) => {
    const before = known.get(pattern);
    if (before !== undefined) return before;
    size += sizeOf(pattern);
    if (known.size === mostPatterns || size > mostPatternSize) return null;
    const found = checkPattern(pattern);
    known.set(pattern, found);
    return found;
  };
}

/** Answers whether the rewrite was looked at. */
function checkRewrite(rule: RewriteView, check: CheckPattern, add: Add): boolean {
  const { pattern, replacement, slot, path } = rule;
  if (pattern.length > longest || replacement.length > longest) return false;
  const found = check(pattern);
  if (found === null) return false;
  add(found.finding, { value: pattern, path, part: "key", slot });
  add(checkReplacement(replacement, found.groups), { value: replacement, path, part: "value", slot });
  return true;
}

function checkHost({ host, slot, path, auth, tls }: HostView, add: Add): void {
  if (host.length <= longest) add(checkRegistryKey(host), { value: host, path, part: "key", slot });
  if (auth !== null) checkAuth(auth, add);
  if (tls !== null) checkTls(tls, add);
}

/** An empty text is as good as none to K3s and containerd. */
const setNames = <Name extends string>(names: readonly Name[], values: Partial<Record<Name, Value>>) =>
  Object.fromEntries(names.map((name) => [name, (values[name]?.text ?? "") !== ""])) as Record<Name, boolean>;

function checkAuth({ values }: AuthView, add: Add): void {
  const set = setNames(authFields, values);
  for (const field of authFields) {
    const value = values[field];
    if (value === undefined) continue;
    const check = { value: value.text, path: value.path, part: "value", slot: value.slot } as const;
    if (field === "auth" && !value.secret && !/\p{Cc}/u.test(value.text)) {
      add(checkAuthText(field, value.text), check);
    }
    add(checkAuthFields(set, field), check);
  }
}

function checkTls({ files, path, slot }: TlsView, add: Add): void {
  const set = setNames(tlsFiles, files);
  for (const file of tlsFiles) {
    const value = files[file];
    add(checkTlsPair(set, file), { value: "", path, part: "key", slot });
    if (value === undefined) continue;
    add(checkTlsPath(value.text), { value: value.text, path: value.path, part: "value", slot: value.slot });
  }
}
