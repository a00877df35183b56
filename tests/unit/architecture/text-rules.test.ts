import { describe, expect, it } from "vitest";
import { errorReasons, listOf, textRules } from "./text-rules";
import { readTree, type Tree } from "./tree";

const tree = readTree();

type Files = Record<string, string>;
type Row = { rule: keyof typeof textRules; breaks: Files; finds: string[]; mendedBy: Files };

const outcomes = 'export const outcomes = ["changed"] as const;';
const changedText = '{"outcomes":{"changed":{"word":"a"}}}';

/** Each rule with files that break it, what it then says, and the file that mends it. */
const rows: Row[] = [
  {
    rule: "errorsWithoutText",
    breaks: {
      "lib/server/nodes/a.ts": 'throw new AppError("not-found", "nodeLost");',
      "lib/i18n/en/errors.json": '{"nodeLost":"x"}',
    },
    finds: ["zh-CN: errors.nodeLost"],
    mendedBy: { "lib/i18n/zh-CN/errors.json": '{"nodeLost":"x"}' },
  },
  {
    rule: "issuesWithoutText",
    breaks: {
      "lib/server/nodes/a.ts": 'issues: [{ path: ["name"], code: "taken" }]',
      "lib/i18n/en/issues.json": '{"taken":"x"}',
    },
    finds: ["zh-CN: issues.taken"],
    mendedBy: { "lib/i18n/zh-CN/issues.json": '{"taken":"x"}' },
  },
  {
    rule: "endsWithoutText",
    breaks: { "lib/domain/pushes/outcomes.ts": outcomes, "lib/i18n/en/faults.json": changedText },
    finds: ["zh-CN: faults.outcomes.changed.word"],
    mendedBy: { "lib/i18n/zh-CN/faults.json": changedText },
  },
  {
    rule: "endsWithoutTest",
    breaks: { "lib/domain/pushes/outcomes.ts": outcomes, "tests/unit/architecture/a.ts": '"changed"' },
    finds: ["changed"],
    mendedBy: { "tests/integration/pushes/a.test.ts": 'toBe("changed")' },
  },
  {
    rule: "keysInOneLanguage",
    breaks: { "lib/i18n/en/nodes.json": '{"a":{"b":"x"}}', "lib/i18n/zh-CN/nodes.json": '{"a":{}}' },
    finds: ["zh-CN: nodes.a.b"],
    mendedBy: { "lib/i18n/zh-CN/nodes.json": '{"a":{"b":"y"}}' },
  },
  {
    rule: "argumentsInOneLanguage",
    breaks: {
      "lib/i18n/en/nodes.json":
        '{"a":{"b":"{name} of {zone}"},"c":"{count, plural, one {its} other {their}} {name}","d":"{x}"}',
      "lib/i18n/zh-CN/nodes.json": '{"a":{"b":"{name}"},"c":"{name}","d":"{x}{y}"}',
    },
    finds: ["lib/i18n/en/nodes.json: a.b", "lib/i18n/en/nodes.json: d"],
    mendedBy: { "lib/i18n/zh-CN/nodes.json": '{"a":{"b":"{zone}: {name}"},"c":"{name}","d":"{x}"}' },
  },
];

describe("texts", () => {
  it("are there to be read", () => {
    expect(errorReasons(tree).length).toBeGreaterThan(20);
    expect(listOf(tree, "lib/domain/pushes/outcomes.ts", "faults").length).toBeGreaterThan(20);
    expect(listOf(tree, "lib/domain/pushes/outcomes.ts", "outcomes")).toHaveLength(9);
  });

  it.each(rows)("have nothing under $rule", ({ rule }) => {
    expect(textRules[rule](tree)).toEqual([]);
  });
});

describe("a rule about texts", () => {
  it("has an example for each rule there is", () => {
    expect(rows.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(textRules).toSorted());
  });

  it.each(rows)("$rule finds what is missing and is content when it is there", (row) => {
    const { rule, breaks, finds, mendedBy } = row;
    const planted = (files: Files): Tree => new Map(Object.entries(files));
    expect(textRules[rule](planted(breaks))).toEqual(finds);
    expect(textRules[rule](planted({ ...breaks, ...mendedBy }))).toEqual([]);
  });

  it("reads both arms of a conditional reason and not what is compared", () => {
    const text = 'throw new AppError("unavailable", state === "key-wrong" ? "keyWrong" : "keyMissing");';
    expect(errorReasons(new Map([["lib/server/a.ts", text]]))).toEqual(["keyWrong", "keyMissing"]);
  });
});
