import { describe, expect, it } from "vitest";
import { checkPattern, checkRewrite } from "@/lib/domain/registries/checks/rewrite-pattern";
import { readAsToml } from "@/lib/domain/registries/checks/toml-text";

/** `${name}` as Go reads it, not as a template string. */
const group = (name: string) => `$\{${name}}`;

const patterns: [pattern: string, code: string | null, params?: object][] = [
  ["^library/(.*)", null],
  ["(.*)", null],
  ["^foo[.]bar/(?P<rest>.*)$", null],
  ["^foo\\\\.bar", null],
  ["(?i:Library)/(.*)", null],
  ["^[[:alpha:]]+$", null],
  ["", "rewrite-empty"],
  ["^foo\\.bar", "rewrite-toml", { text: "\\.", right: "[.]" }],
  ["^foo\\d+", "rewrite-toml", { text: "\\d", right: "[0-9]" }],
  ["^foo\\/bar", "rewrite-toml", { text: "\\/", right: "/" }],
  ["^\\pL", "rewrite-toml", { text: "\\p", right: "\\\\p" }],
  ["foo\\", "rewrite-toml"],
  ["\\bfoo", "rewrite-toml-meaning", { text: "\\b", right: "\\\\b" }],
  ["a\\u0041", "rewrite-toml-meaning"],
  ["a\\ud800", "rewrite-toml"],
  ['say "x"', "rewrite-quote"],
  ["a\nb", "rewrite-line-break"],
  ["^(?!library/)(.*)", "rewrite-lookaround", { text: "(?!" }],
  ["(?<=a)b", "rewrite-lookaround", { text: "(?<=" }],
  ["(a)\\1", "rewrite-backreference", { text: "\\1" }],
  ["(a)\\\\1", "rewrite-backreference", { text: "\\1" }],
  ["(.*", "rewrite-syntax"],
  ["a**", "rewrite-syntax"],
  ["library/(.*):latest", "rewrite-tag", { mark: ":" }],
  ["(.*)@sha256", "rewrite-tag", { mark: "@" }],
];

const replacements: [pattern: string, replacement: string, code: string | null, params?: object][] = [
  ["(.*)", "docker/$1", null],
  ["(.*)", "docker/$0", null],
  ["(.*)", `docker/${group("1")}_x`, null],
  ["(?P<name>.*)", `docker/${group("name")}/$name`, null],
  ["(.*)", "price$$1", null],
  ["(.*)", "", null],
  ["library", "docker/$1", "rewrite-group", { text: "$1", groups: 0 }],
  ["(a)(b)", "$3", "rewrite-group", { text: "$3", groups: 2 }],
  ["(a)", group("name"), "rewrite-group", { text: group("name"), groups: 1 }],
  ["(.*)", "$1_x", "rewrite-glued", { text: "$1_x", name: "1_x", right: `${group("1")}_x` }],
  ["(.*)", "$1x", "rewrite-glued", { text: "$1x", name: "1x", right: `${group("1")}x` }],
  ["(.*)", "docker/\\1", "rewrite-backslash-group", { text: "\\1", right: group("1") }],
  ["(.*)", "\\.", "rewrite-toml"],
  ["(.*)", "/docker/$1", "rewrite-leading-slash", { right: "docker/$1" }],
];

describe("checkPattern", () => {
  it.each(patterns)("answers %j with %s", (pattern, code, params) => {
    const found = checkPattern(pattern).finding;
    expect(found?.code ?? null).toBe(code);
    if (params) expect(found?.params).toEqual(params);
  });

  it("keeps RE2's own words for what it cannot compile", () => {
    expect(checkPattern("(.*").finding?.params["detail"]).toMatch(/missing closing \)/);
  });
});

describe("checkRewrite", () => {
  it.each(replacements)("answers %j -> %j with %s", (...row) => {
    const [pattern, replacement, code, params] = row;
    const found = checkRewrite({ pattern, replacement }).replacement;
    expect(found?.code ?? null).toBe(code);
    if (params) expect(found?.params).toEqual(params);
  });

  it("does not judge groups of a pattern that does not compile", () => {
    expect(checkRewrite({ pattern: "(", replacement: "$1" }).replacement).toBeNull();
  });
});

it("reads text the way a TOML basic string does", () => {
  expect(readAsToml("a\\\\.b\\u0041")).toEqual({ ok: true, text: "a\\.bA", changed: ["\\u0041"] });
  expect(readAsToml("tab\there")).toMatchObject({ ok: true, text: "tab\there" });
  expect(readAsToml('"')).toMatchObject({ ok: false, reason: "quote" });
});
