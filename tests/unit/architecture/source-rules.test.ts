import { describe, expect, it } from "vitest";
import { sourceRules } from "./source-rules";
import { readTree, type Tree } from "./tree";

const tree = readTree();
const lines = (count: number) => "\n".repeat(count);
const focused = (word: string) => `it.${word}("x", () => {});`;

type Row = { rule: keyof typeof sourceRules; breaks: [string, string]; keeps: [string, string] };

/** Each rule with one file that breaks it and one like it that does not. */
const rows: Row[] = [
  {
    rule: "withoutServerOnly",
    breaks: ["lib/server/env.ts", 'import "node:fs";'],
    keeps: ["lib/server/env.ts", 'import "server-only";\n'],
  },
  { rule: "longerThan250Lines", breaks: ["lib/a.ts", lines(251)], keeps: ["lib/a.ts", lines(250)] },
  { rule: "deeperThanThreeFolders", breaks: ["lib/a/b/c/d/e.ts", ""], keeps: ["lib/a/b/c/e.ts", ""] },
  {
    rule: "generatedOrBuilt",
    breaks: ["lib/server/db/generated/a.ts", ""],
    keeps: ["lib/server/db/a.ts", ""],
  },
  { rule: "forbiddenFolders", breaks: ["lib/utils/a.ts", ""], keeps: ["lib/utils.ts", ""] },
  {
    rule: "badFolderNames",
    breaks: ["components/Nodes/a.tsx", ""],
    keeps: ["app/(console)/nodes/[id]/a.tsx", ""],
  },
  { rule: "barrels", breaks: ["lib/domain/index.ts", ""], keeps: ["lib/domain/index-of.ts", ""] },
  {
    rule: "skippedTests",
    breaks: ["tests/a.test.ts", focused("skip")],
    keeps: ["tests/a.test.ts", focused("each")],
  },
  { rule: "suppressions", breaks: ["lib/a.ts", "// biome-ignore lint: no"], keeps: ["lib/a.ts", "// why"] },
  { rule: "suppressions", breaks: ["app/a.tsx", "// TODO later"], keeps: ["app/a.tsx", "// todos"] },
  { rule: "serverActions", breaks: ["app/a.ts", '"use server";'], keeps: ["app/a.ts", '"use client";'] },
  { rule: "catalogueOutside", breaks: ["components/en.json", "{}"], keeps: ["lib/i18n/en/nodes.json", "{}"] },
  {
    rule: "visibleText",
    breaks: ["components/a.tsx", "<p>Save the node</p>"],
    keeps: ["components/a.tsx", '<p>{t("save")}</p>'],
  },
  {
    rule: "mocksOfOurCode",
    breaks: ["tests/a.ts", 'vi["mock"]("x")'.replace('["mock"]', ".mock")],
    keeps: ["tests/a.ts", "vi.fn()"],
  },
  {
    rule: "machinePaths",
    breaks: ["README.md", `see /${"work"}/main`],
    keeps: ["README.md", "see framework/main"],
  },
  {
    rule: "commandsOfOtherSubjects",
    breaks: ["lib/server/pushes/a.ts", 'import { x } from "@/lib/server/nodes/create-node";'],
    keeps: ["lib/server/pushes/a.ts", 'import { x } from "@/lib/server/nodes/queries";'],
  },
  {
    rule: "keysAsJwk",
    breaks: ["lib/a.ts", 'key.export({ format: "jwk" });'],
    keeps: ["lib/a.ts", 'key.export({ format: "der", type: "spki" });'],
  },
];

const names = [...new Set(rows.map(({ rule }) => rule))];

describe("the source", () => {
  it("is there to be read", () => {
    expect(tree.size).toBeGreaterThan(100);
  });

  it.each(names)("has nothing under %s", (rule) => {
    expect(sourceRules[rule](tree)).toEqual([]);
  });
});

describe("a rule about the source", () => {
  it("has an example for each rule there is", () => {
    expect(names.toSorted()).toEqual(Object.keys(sourceRules).toSorted());
  });

  it.each(rows)("$rule finds the file that breaks it and spares the other", ({ rule, breaks, keeps }) => {
    const planted = (file: [string, string]): Tree => new Map([file]);
    expect(sourceRules[rule](planted(breaks))).toHaveLength(1);
    expect(sourceRules[rule](planted(keeps))).toEqual([]);
  });
});
