import { describe, expect, it } from "vitest";
import { brokenRules } from "@/lib/domain/registries/lint/broken";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import { rules } from "@/lib/domain/registries/lint/rules";
import { allCases as cases } from "./cases/all";
import type { Sample } from "./cases/case";

const codes = [...new Set([...brokenRules, ...rules].map(({ code }) => code))];

const read = (sample: Sample) => (typeof sample === "string" ? ([sample, {}] as const) : sample);

function findingsOf(sample: Sample, code: string): Finding[] {
  const [yaml, target] = read(sample);
  return lint(yaml, target).filter((finding) => finding.code === code);
}

describe("the table of rules", () => {
  it("has cases for each rule, and no cases without a rule", () => {
    expect(Object.keys(cases).toSorted()).toEqual(codes.toSorted());
  });

  it("has each code once, but those a readable text can have as well", () => {
    const all = [...brokenRules, ...rules].map(({ code }) => code);
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual(["other-file", "yaml-nbsp"]);
  });

  it("says where each rule comes from", () => {
    expect(rules.filter(({ source }) => source.length < 5)).toEqual([]);
  });
});

describe.each(Object.entries(cases))("%s", (code, { hits, misses, fixes }) => {
  it("is found where it should be", () => {
    expect(hits.length).toBeGreaterThan(0);
    for (const sample of hits) expect(findingsOf(sample, code), JSON.stringify(sample)).not.toEqual([]);
  });

  it("is not found where it should not be", () => {
    expect(misses.length).toBeGreaterThan(0);
    for (const sample of misses) expect(findingsOf(sample, code), JSON.stringify(sample)).toEqual([]);
  });

  it("stands inside of the text", () => {
    for (const sample of hits) {
      const [yaml] = read(sample);
      for (const { range } of findingsOf(sample, code)) {
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
        expect(range.end.offset).toBeLessThanOrEqual(yaml.length);
        expect(range.start.line).toBeGreaterThan(0);
        expect(range.start.column).toBeGreaterThan(0);
      }
    }
  });

  it("offers the fixes it should", () => {
    const [first = ""] = hits;
    expect(findingsOf(first, code)[0]?.fixes.map(({ id }) => id)).toEqual(fixes ?? []);
  });

  it("vanishes by each of its fixes", () => {
    for (const sample of hits) {
      const [, target] = read(sample);
      const before = findingsOf(sample, code);
      for (const { id, text } of before.flatMap((finding) => finding.fixes)) {
        const after = findingsOf([text, target], code);
        expect(after.length, `${id}: ${JSON.stringify(sample)} -> ${JSON.stringify(text)}`).toBeLessThan(
          before.length,
        );
      }
    }
  });
});
