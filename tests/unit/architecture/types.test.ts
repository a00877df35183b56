import { describe, expect, it } from "vitest";
import { runTool, withSandbox } from "./sandbox";

/** One violation of each compiler flag, and the error that must be reported for it. */
const violations: { flag: string; error: string; file: string; code: string }[] = [
  { flag: "strict (implicit any)", error: "TS7006", file: "a.ts", code: "export const f = (x) => x;" },
  { flag: "strict (null)", error: "TS2322", file: "b.ts", code: "export const t: string = null;" },
  {
    flag: "noUncheckedIndexedAccess",
    error: "TS2322",
    file: "c.ts",
    code: "export const first = (list: string[]): string => list[0];",
  },
  {
    flag: "exactOptionalPropertyTypes",
    error: "TS2375",
    file: "d.ts",
    code: "export const a: { b?: string } = { b: undefined };",
  },
  {
    flag: "noImplicitOverride",
    error: "TS4114",
    file: "e.ts",
    code: "class A {\n  run() {}\n}\nexport class B extends A {\n  run() {}\n}",
  },
  {
    flag: "noFallthroughCasesInSwitch",
    error: "TS7029",
    file: "f.ts",
    code: "export function f(n: number) {\n  switch (n) {\n    case 1:\n      n += 1;\n    case 2:\n      return n;\n  }\n  return 0;\n}",
  },
  {
    flag: "noPropertyAccessFromIndexSignature",
    error: "TS4111",
    file: "g.ts",
    code: "export const read = (map: Record<string, string>) => map.key;",
  },
  { flag: "noUnusedLocals", error: "TS6133", file: "h.ts", code: "const unused = 1;\nexport {};" },
  {
    flag: "noUnusedParameters",
    error: "TS6133",
    file: "i.ts",
    code: "export const f = (unused: string) => 1;",
  },
  { flag: "noUncheckedSideEffectImports", error: "TS2882", file: "j.ts", code: 'import "./gone";' },
  {
    flag: "verbatimModuleSyntax",
    error: "TS1484",
    file: "k.ts",
    code: 'import { T } from "./types-only";\nexport const t: T = 1;',
  },
  { flag: "erasableSyntaxOnly", error: "TS1294", file: "l.ts", code: "export enum Side {\n  Left,\n}" },
  { flag: "checkJs", error: "TS2322", file: "m.mjs", code: "/** @type {string} */\nexport const text = 1;" },
];

const legal = [
  { file: "types-only.ts", code: "export type T = number;" },
  { file: "fine.ts", code: "export const fine = (list: string[]): string | undefined => list[0];" },
];

const { stdout } = withSandbox([...violations, ...legal], (folder) =>
  runTool(folder, "tsc", ["--noEmit", "--incremental", "false", "--pretty", "false"]),
);
const reported = stdout.split("\n").filter((line) => /^[\w.-]+\(\d+,\d+\): error/.test(line));

describe("the compiler", () => {
  it.each(violations)("refuses what $flag is about", ({ error, file }) => {
    expect(reported.filter((line) => line.startsWith(`${file}(`) && line.includes(error))).not.toEqual([]);
  });

  it("accepts what is right", () => {
    const files = new Set(reported.map((line) => line.slice(0, line.indexOf("("))));
    expect([...files].toSorted()).toEqual(violations.map(({ file }) => file).toSorted());
  });
});
