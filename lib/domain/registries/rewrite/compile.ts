import { RE2JS, RE2JSException } from "re2js";

/** A pattern as Go holds it. Several groups may share a name; the first of them that matched gives its text. */
export type CompiledPattern = { expression: RE2JS; groups: ReadonlyMap<string, readonly number[]> };

const sharedName = "error parsing regexp: duplicate capture group name";

/** What can hold `(?P<` without opening a group, and the openings themselves. */
const openings =
  /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\^?\w+:\]|[^\]\\])*\]?|\(\?P?<([^>]*)>/g;

/** The library refuses what Go takes, one name for two groups (re2js 2.10.0): it is given names of our own. */
function compileShared(pattern: string): CompiledPattern {
  const names: string[] = [];
  const renamed = pattern.replace(openings, (text: string, name: string | undefined) =>
    name === undefined || !/^\w+$/.test(name) ? text : `(?P<n${names.push(name)}>`,
  );
  const expression = RE2JS.compile(renamed);
  const numbers = expression.namedGroups();
  const groups = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    groups.set(name, [...(groups.get(name) ?? []), numbers[`n${index + 1}`] ?? 0]);
  }
  return { expression, groups };
}

const loneClass = "error parsing regexp: invalid character class range: `[:]`";

/**
 * To the library the end of `[a[:]` is a class without a name. To Go, which looks for the `:]` of a name behind it, a
 * bracket and a colon are themselves there.
 */
const escapeLone = (pattern: string) =>
  pattern.replace(openings, (text: string, _name: string | undefined, at: number) => {
    const isLone = /.\[:\]$/s.test(text) && !pattern.includes(":]", at + text.length - 1);
    return text.startsWith("[") && isLone ? `${text.slice(0, -3)}\\[:]` : text;
  });

function compile(pattern: string): CompiledPattern {
  try {
    const expression = RE2JS.compile(pattern);
    const names = Object.entries(expression.namedGroups());
    return { expression, groups: new Map(names.map(([name, group]) => [name, [group]])) };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    const escaped = cause.message === loneClass ? escapeLone(pattern) : pattern;
    if (escaped !== pattern) return compile(escaped);
    if (cause.message.startsWith(sharedName)) return compileShared(pattern);
    throw cause;
  }
}

/** Go ends all its errors with what they are about (regexp/syntax, Error); the library leaves two of them bare. */
function inGoWords(message: string, pattern: string): string {
  if (message.endsWith("`")) return message;
  return `${message}: \`${message.endsWith("trailing backslash at end of expression") ? "" : pattern}\``;
}

/** What Go's `regexp.Compile` answers, in its words where it refuses. */
export function compilePattern(
  pattern: string,
): { ok: true; compiled: CompiledPattern } | { ok: false; error: string } {
  try {
    return { ok: true, compiled: compile(pattern) };
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    return { ok: false, error: inGoWords(cause.message, pattern) };
  }
}
