import { describe, expect, it } from "vitest";
import { documentRules } from "./document-rules";
import { readTree, type Tree } from "./tree";

const tree = readTree();

type Files = Record<string, string>;
type Row = { rule: keyof typeof documentRules; breaks: Files; finds: string[]; mendedBy: Files };

const scripts = (...names: string[]) =>
  JSON.stringify({
    scripts: Object.fromEntries(names.map((name) => [name, "x"])),
    dependencies: { yaml: "1" },
  });
const manifest = '{"dependencies":{"yaml":"1"}}';

/** Each rule with files that break it, what it then says, and the file that mends it. */
const rows: Row[] = [
  {
    rule: "unknownScripts",
    breaks: { "package.json": scripts("start"), "README.md": "Run `npm run strat`; npm then runs `npm ci`." },
    finds: ["README.md: npm strat"],
    mendedBy: { "README.md": "Run `npm start`." },
  },
  {
    rule: "scriptsWithoutWords",
    breaks: { "package.json": scripts("start", "test"), "README.md": "npm start, npm run test:unit" },
    finds: ["test"],
    mendedBy: { "README.md": "npm start, npm test" },
  },
  {
    rule: "unknownPaths",
    breaks: {
      "package.json": scripts(),
      "ARCHITECTURE.md": "`lib/domain`, `lib/doman/`, `libs/domain/a.ts`, `gone.mjs`, `yaml/sub`, `/api/v1`",
      "lib/domain/a.ts": "",
    },
    finds: ["ARCHITECTURE.md: lib/doman/", "ARCHITECTURE.md: libs/domain/a.ts", "ARCHITECTURE.md: gone.mjs"],
    mendedBy: { "ARCHITECTURE.md": "`lib/domain/a.ts` and `package.json`" },
  },
  {
    rule: "brokenLinks",
    breaks: { "README.md": "![a](docs/gone.png) [b](LICENSE) [c](https://example.com) [d](#e)", LICENSE: "" },
    finds: ["README.md: docs/gone.png"],
    mendedBy: { "docs/gone.png": "" },
  },
  {
    rule: "settingsInOnePlace",
    breaks: {
      ".env.example": "# A\nPORT=3000\nONLY_HERE=",
      "README.md": "| `PORT` | `3000` |\n| `ONLY_THERE` | |",
    },
    finds: ["README.md lacks ONLY_HERE", ".env.example lacks ONLY_THERE"],
    mendedBy: { "README.md": "| `PORT` | `3000` |\n| `ONLY_HERE` | |" },
  },
  {
    rule: "dependenciesWithoutReason",
    breaks: { "package.json": manifest, "DECISIONS.md": "- yaml" },
    finds: ["yaml"],
    mendedBy: { "DECISIONS.md": "- `yaml`: reads files" },
  },
  {
    rule: "longDecisions",
    breaks: {
      "DECISIONS.md": `# D\n\n## 1. Long\n\n${"x\n".repeat(16)}\n## 2. Short\n\n${"x\n".repeat(15)}`,
    },
    finds: ["1. Long"],
    mendedBy: { "DECISIONS.md": "# D\n\n## 1. Short\n\nx\n" },
  },
];

describe("the documents", () => {
  it.each(rows)("have nothing under $rule", ({ rule }) => {
    expect(documentRules[rule](tree)).toEqual([]);
  });
});

describe("a rule about documents", () => {
  it("has an example for each rule there is", () => {
    expect(rows.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(documentRules).toSorted());
  });

  it.each(rows)("$rule finds what is missing and is content when it is there", (row) => {
    const { rule, breaks, finds, mendedBy } = row;
    const planted = (files: Files): Tree => new Map(Object.entries(files));
    expect(documentRules[rule](planted(breaks))).toEqual(finds);
    expect(documentRules[rule](planted({ ...breaks, ...mendedBy }))).toEqual([]);
  });
});
