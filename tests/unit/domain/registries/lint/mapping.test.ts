import { describe, expect, it } from "vitest";
import { brokenRules } from "@/lib/domain/registries/lint/broken";
import { editorFindings, notVisible, painPoints } from "@/lib/domain/registries/lint/mapping";
import { rules } from "@/lib/domain/registries/lint/rules";

const known = new Set([...brokenRules, ...rules].map(({ code }) => code));
const rows = [...Object.entries(painPoints), ...Object.entries(editorFindings)];

describe("the table of known mistakes", () => {
  it("has a row for each of the 65, and for each finding of the editor", () => {
    expect(Object.keys(painPoints)).toEqual(Array.from({ length: 65 }, (_, at) => String(at + 1)));
    const groups = Object.keys(editorFindings).map((label) => label.slice(0, 4));
    expect(groups.filter((group) => group === "PP-Y")).toHaveLength(10);
    expect(groups.filter((group) => group === "PP-E")).toHaveLength(8);
    expect(groups.filter((group) => group === "PP-R")).toHaveLength(8);
    expect(groups.filter((group) => group === "PP-C")).toHaveLength(10);
    expect(groups).toHaveLength(38);
  });

  it.each(rows.filter(([, codes]) => codes !== notVisible))(
    "%s is told by codes that exist",
    (_row, codes) => {
      expect([...codes].filter((code) => !known.has(code))).toEqual([]);
    },
  );
});
