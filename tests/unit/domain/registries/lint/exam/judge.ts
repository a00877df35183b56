import { describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import type { ExamCase } from "./case";

/** Whether a finding is the one a line such as "duplicate-key error 4 mirrors|quay.io" tells of. */
function isHit({ code, severity, range, path }: Finding, line: string): boolean {
  const [wanted, level, row, ...rest] = line.split(" ");
  const place = rest.length === 0 || rest.join(" ") === path.join("|");
  const isLevel = level === undefined || level === severity;
  const isRow = row === undefined || Number(row) === range.start.line;
  return code === wanted && isLevel && isRow && place;
}

const tell = ({ code, severity, range, path }: Finding) =>
  `${code} ${severity} ${range.start.line} ${path.join("|")}`;

const count = (findings: readonly Finding[], code: string) =>
  findings.filter((finding) => finding.code === code).length;

const errors = (findings: readonly Finding[]) =>
  new Set(findings.filter(({ severity }) => severity === "error").map(({ code }) => code));

const commentsOf = (text: string) => text.match(/(?<=^|\s)#(?!\S*["']).*$/gm) ?? [];

/** What each fix of a file breaks of the promises of fixes. */
function brokenPromises({ text, target }: ExamCase): string[] {
  const before = lint(text, target);
  const isReadable = decode(text).ok;
  return before.flatMap(({ code, fixes }) =>
    fixes.flatMap((fix) => {
      const after = lint(fix.text, target);
      const name = `${code} ${fix.id}: ${JSON.stringify(fix.text)}`;
      // What K3s did not read before can be wrong in itself.
      const isNew = isReadable && code !== "unknown-key";
      const worse = [...errors(after)].filter((each) => isNew && !errors(before).has(each));
      return [
        ...(isReadable && !decode(fix.text).ok ? [`${name} cannot be read`] : []),
        ...(count(after, code) < count(before, code) ? [] : [`${name} keeps the finding`]),
        ...worse.map((each) => `${name} brings ${each}`),
        ...commentsOf(text)
          .filter((comment) => fix.id !== "quote" && fix.id !== "remove-rest" && !fix.text.includes(comment))
          .map((comment) => `${name} loses ${comment}`),
      ];
    }),
  );
}

/** One section of the exam. */
export function exam(section: string, cases: readonly ExamCase[]): void {
  describe(section, () => {
    it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, { text, target, hits, clean }) => {
      const found = lint(text, target);
      const shown = found.map(tell);
      for (const hit of hits ?? []) {
        expect(
          found.some((finding) => isHit(finding, hit)),
          `${hit} is not among ${shown.join("; ")}`,
        ).toBe(true);
      }
      expect(shown.filter((line) => clean?.includes(line.split(" ")[0] ?? ""))).toEqual([]);
    });

    it("offers fixes that keep their promises", () => {
      expect(cases.flatMap(brokenPromises)).toEqual([]);
    });
  });
}
