import { describe, expect, it } from "vitest";
import { runTool, withSandbox } from "./sandbox";

const planted = [
  {
    file: "app/page.tsx",
    code: 'import { used } from "@/lib/domain/alive";\nexport default function Page() { return used; }',
  },
  {
    file: "lib/domain/alive.ts",
    code: "export const used = 1;\nexport const nobodyReadsThis = 2;\nexport type NobodyToo = 3;",
  },
  { file: "lib/domain/dead-file.ts", code: "export const dead = 1;" },
  { file: "lib/domain/tested.ts", code: "export const tested = 1;" },
  {
    file: "tests/unit/tested.test.ts",
    code: 'import { tested } from "@/lib/domain/tested";\nexport const t = tested;',
  },
  { file: "lib/server/db/generated/sqlite/client.ts", code: "export const generated = 1;" },
  { file: "next.config.js", code: "export default {};" },
];

type Issue = { name: string };
type Report = {
  issues: { file: string; files?: Issue[]; exports?: Issue[]; types?: Issue[]; dependencies?: Issue[] }[];
};

const report = withSandbox(planted, (folder): Report => {
  const { stdout } = runTool(folder, "knip", ["--reporter", "json", "--no-progress"]);
  return JSON.parse(stdout);
});
const names = (kind: "files" | "exports" | "types" | "dependencies") =>
  report.issues.flatMap((issue) => (issue[kind] ?? []).map(({ name }) => name));

describe("the search for dead code", () => {
  it("finds exactly the file that nothing imports", () => {
    expect(names("files")).toEqual(["lib/domain/dead-file.ts"]);
  });

  it("finds the exports that nothing imports", () => {
    expect(names("exports")).toEqual(["nobodyReadsThis"]);
    expect(names("types")).toEqual(["NobodyToo"]);
  });

  it("finds a dependency that nothing uses", () => {
    expect(names("dependencies")).toContain("yaml");
  });
});
