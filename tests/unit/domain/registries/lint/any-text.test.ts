import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { brokenRules } from "@/lib/domain/registries/lint/broken";
import { lint } from "@/lib/domain/registries/lint/lint";
import { runs } from "@/tests/support/runs";
import { yamlText } from "../arbitraries";
import ran from "../golden/decode-cases.json";
import { allCases } from "./cases/all";

const broken = new Set(brokenRules.map(({ code }) => code));

function check(yaml: string): void {
  const findings = lint(yaml);
  const { ok } = decode(yaml);
  if (!ok) {
    expect(findings).not.toEqual([]);
    expect(findings.filter(({ code, severity }) => severity !== "error" || !broken.has(code))).toEqual([]);
  }
  for (const { range, fixes } of findings) {
    expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
    expect(range.end.offset).toBeLessThanOrEqual(yaml.length);
    for (const { text } of fixes) {
      expect(text).not.toBe(yaml);
      if (ok) expect(decode(text).ok).toBe(true);
    }
    expect(new Set(fixes.map(({ id }) => id)).size).toBe(fixes.length);
  }
}

describe("any text", () => {
  it("is judged without a failure, and a fix never makes it unreadable", () => {
    fc.assert(fc.property(yamlText, check), runs(300));
  });

  it("is, when parts of files are put together at random", () => {
    const files = Object.values(allCases)
      .flatMap(({ hits }) => hits)
      .map((sample) => (typeof sample === "string" ? sample : sample[0]));
    const lines = files.flatMap((file) => file.split("\n"));
    const mixed = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((parts) => parts.join("\n"));
    fc.assert(fc.property(mixed, check), runs(300));
  });

  it("is, for all that yaml.v2 was asked about", () => {
    for (const { registriesYaml } of ran.cases) check(registriesYaml);
  });
});
