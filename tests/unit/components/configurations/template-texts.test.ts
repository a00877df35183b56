import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { expect, it } from "vitest";
import { marksOf } from "@/components/configurations/templates/marks";
import { areStorable, countChanged, toTemplates, toTexts } from "@/components/configurations/templates/texts";
import { tomlTemplate } from "@/components/configurations/templates/toml-mode";

const v3 = "config-v3.toml.tmpl" as const;
const old = "config.toml.tmpl" as const;

it("keeps what is typed by name, and counts what is not as it was", () => {
  const base = { number: 2, templates: [{ name: old, text: "a" }] };
  expect(toTemplates(toTexts(base.templates))).toEqual(base.templates);
  expect(toTemplates({ [old]: "a", [v3]: "b" }).map(({ name }) => name)).toEqual([v3, old]);
  expect(countChanged(base, { [old]: "a" })).toBe(0);
  expect(countChanged(base, { [v3]: "b" })).toBe(2);
  expect(areStorable({ [v3]: "b" })).toBe(true);
  expect(areStorable({ [v3]: 'token = "x"' })).toBe(false);
});

it("marks the lines that something is said about", () => {
  const judged = { verdict: "stops", reason: "twice", logins: null, line: 4, text: "why" } as const;
  const faults = [
    { code: "template-secret", line: 2, text: "secret" },
    { code: "required", line: null, text: "empty" },
  ] as const;
  const lines = marksOf({ faults, judged }).map(({ range, severity, text }) => [
    range.start.line,
    severity,
    text,
  ]);
  expect(lines).toEqual([
    [2, "error", "secret"],
    [4, "error", "why"],
  ]);
  expect(marksOf({ faults: [], judged: { ...judged, line: null } })).toEqual([]);
  expect(marksOf({ faults: [], judged: null })).toEqual([]);
});

it("colours TOML and the actions in it, also those over several lines", () => {
  const text = `{{ template "base" . }}\n# note\n[a.'b']\nkey = "v" \nn = 3\nt = true\n{{ if\n x }}\nbare word`;
  const names = tagHighlighter([
    { tag: tags.keyword, class: "action" },
    { tag: tags.comment, class: "comment" },
    { tag: tags.propertyName, class: "key" },
    { tag: tags.string, class: "string" },
    { tag: tags.number, class: "number" },
    { tag: tags.bool, class: "bool" },
  ]);
  const found: string[] = [];
  highlightTree(tomlTemplate.parser.parse(text), names, (from, to, name) =>
    found.push(`${name} ${text.slice(from, to)}`),
  );
  expect(found).toEqual([
    'action {{ template "base" . }}',
    "comment # note",
    "key [a.'b']",
    "key key",
    'string "v"',
    "key n",
    "number 3",
    "key t",
    "bool true",
    "action {{ if",
    "action  x }}",
  ]);
});
