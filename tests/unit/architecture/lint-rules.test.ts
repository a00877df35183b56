import { describe, expect, it } from "vitest";
import { lint } from "./sandbox";

/** One violation of each guard, and beside it what the same guard must let through. */
const violations: { rule: string; file: string; code: string }[] = [
  { rule: "noProcessEnv", file: "lib/server/nodes/a.ts", code: "export const port = process.env.PORT;" },
  { rule: "noProcessEnv", file: "lib/cli/run.ts", code: "export const language = process.env.LANG;" },
  { rule: "noProcessEnv", file: "app/b.ts", code: 'export const port = process.env["PORT"];' },
  {
    rule: "noRestrictedImports",
    file: "lib/server/c.ts",
    code: 'import { env } from "node:process";\nexport const e = env;',
  },
  { rule: "noConsole", file: "lib/server/d.ts", code: 'console.log("x");' },
  { rule: "noExplicitAny", file: "lib/domain/e.ts", code: "export const read = (value: any) => value;" },
  {
    rule: "noNonNullAssertion",
    file: "lib/domain/f.ts",
    code: "export const first = (list: string[]) => list[0]!;",
  },
  { rule: "noEnum", file: "lib/domain/g.ts", code: "export enum Side { Left, Right }" },
  {
    rule: "noBarrelFile",
    file: "lib/domain/index.ts",
    code: 'export { a } from "./a";\nexport { b } from "./b";',
  },
  { rule: "noReExportAll", file: "lib/domain/h.ts", code: 'export * from "./a";' },
  {
    rule: "noDefaultExport",
    file: "components/ui/i.tsx",
    code: "export default function Thing() { return null; }",
  },
  { rule: "useFilenamingConvention", file: "components/ui/BadName.tsx", code: "export const a = 1;" },
  { rule: "useFilenamingConvention", file: "lib/domain/badName.ts", code: "export const a = 1;" },
  {
    rule: "noImportCycles",
    file: "lib/domain/left.ts",
    code: 'import { right } from "./right";\nexport const left = () => right();',
  },
  {
    rule: "noUndeclaredDependencies",
    file: "lib/client/j.ts",
    code: 'import { pad } from "left-pad";\nexport const p = pad;',
  },
  {
    rule: "noUndeclaredDependencies",
    file: "lib/client/k.ts",
    code: 'import { it } from "vitest";\nexport const p = it;',
  },
  {
    rule: "useImportType",
    file: "lib/domain/l.ts",
    code: 'import { Role } from "./right";\nexport type R = Role;',
  },
  {
    rule: "noFloatingPromises",
    file: "lib/server/m.ts",
    code: "const load = async () => 1;\nexport function run() {\n  load();\n}",
  },
  {
    rule: "noMisusedPromises",
    file: "lib/server/n.ts",
    code: "const load = async () => true;\nexport function run() {\n  if (load()) return 1;\n  return 2;\n}",
  },
  {
    rule: "useExhaustiveSwitchCases",
    file: "lib/domain/o.ts",
    code: 'type Side = "left" | "right";\nexport function turn(side: Side) {\n  switch (side) {\n    case "left":\n      return 1;\n  }\n  return 2;\n}',
  },
  {
    rule: "noExcessiveCognitiveComplexity",
    file: "lib/domain/p.ts",
    code: `export function knot(n: number) {\n  let out = 0;\n${"  if (n > 1) { if (n > 2) { if (n > 3) out += 1; } }\n".repeat(3)}  return out;\n}`,
  },
  {
    rule: "useMaxParams",
    file: "lib/domain/q.ts",
    code: "export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;",
  },
  {
    rule: "useThrowOnlyError",
    file: "lib/domain/r.ts",
    code: 'export function stop() {\n  throw "text";\n}',
  },
  { rule: "noTsIgnore", file: "lib/domain/s.ts", code: "// @ts-ignore\nexport const a: string = 1;" },
  {
    rule: "noFocusedTests",
    file: "tests/unit/t.test.ts",
    code: 'import { it } from "vitest";\nit.only("x", () => {});',
  },
  {
    rule: "noSkippedTests",
    file: "tests/unit/u.test.ts",
    code: 'import { it } from "vitest";\nit.skip("x", () => {});',
  },
  { rule: "noUnusedVariables", file: "lib/domain/v.ts", code: "const unused = 1;\nexport const used = 2;" },
  {
    rule: "noUnusedImports",
    file: "lib/domain/w.ts",
    code: 'import { right } from "./right";\nexport const used = 2;',
  },
  { rule: "useAltText", file: "components/ui/x.tsx", code: 'export const X = () => <img src="/a.png" />;' },
  { rule: "useButtonType", file: "components/ui/y.tsx", code: "export const Y = () => <button>go</button>;" },
  {
    rule: "useKeyWithClickEvents",
    file: "components/ui/z.tsx",
    code: "export const Z = () => <div onClick={() => {}}>go</div>;",
  },
  {
    rule: "useHookAtTopLevel",
    file: "components/ui/hook.tsx",
    code: 'import { useState } from "react";\nexport function Hook({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}',
  },
  {
    rule: "useExhaustiveDependencies",
    file: "components/ui/effect.tsx",
    code: 'import { useEffect } from "react";\nexport function Effect({ name }: { name: string }) {\n  useEffect(() => {\n    document.title = name;\n  }, []);\n  return null;\n}',
  },
];

const legal: { rule: string; file: string; code: string }[] = [
  { rule: "noProcessEnv", file: "lib/server/env.ts", code: "export const port = process.env.PORT;" },
  { rule: "noProcessEnv", file: "lib/cli/main.ts", code: "export const language = process.env.LANG;" },
  {
    rule: "noProcessEnv",
    file: "instrumentation.ts",
    code: "export const runtime = process.env.NEXT_RUNTIME;",
  },
  { rule: "noProcessEnv", file: "next.config.js", code: "export const port = process.env.PORT;" },
  { rule: "noDefaultExport", file: "app/page.tsx", code: "export default function Page() { return null; }" },
  { rule: "noDefaultExport", file: "tests/e2e/playwright.config.ts", code: "export default {};" },
  { rule: "useFilenamingConvention", file: "app/nodes/[id]/page.tsx", code: "export const a = 1;" },
  {
    rule: "noUndeclaredDependencies",
    file: "tests/unit/ok.test.ts",
    code: 'import { it } from "vitest";\nit("x", () => {});',
  },
];

const fillers = [
  { file: "lib/domain/a.ts", code: "export const a = 1;" },
  { file: "lib/domain/b.ts", code: "export const b = 1;" },
  {
    file: "lib/domain/right.ts",
    code: 'import { left } from "./left";\nexport type Role = 1;\nexport const right = () => left();',
  },
];
const fired = lint([...violations, ...legal, ...fillers]);

describe("the linter", () => {
  it.each(violations)("reports $rule in $file", ({ rule, file }) => {
    expect(fired.get(file)).toContain(rule);
  });

  it.each(legal)("lets $rule pass in $file", ({ rule, file }) => {
    expect(fired.get(file) ?? []).not.toContain(rule);
  });
});
