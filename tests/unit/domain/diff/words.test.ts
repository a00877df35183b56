import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDiffLines } from "@/lib/domain/diff/lines";
import { compareWords, markWords } from "@/lib/domain/diff/words";
import { runs } from "@/tests/support/runs";

const mark = (before: string, after: string) => {
  const found = compareWords(before, after);
  const show = (parts: { text: string; changed: boolean }[]) =>
    parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
  return found && [show(found.before), show(found.after)];
};

describe("words of a line that replaced another", () => {
  it.each([
    [
      '- "https://a.corp/v2"',
      '- "https://b.corp/v2"',
      ['- "https://[a].corp/v2"', '- "https://[b].corp/v2"'],
    ],
    ["insecure: true", "insecure: false", ["insecure: [true]", "insecure: [false]"]],
    ["a b", "a b c", ["a b", "a b[ c]"]],
    ["镜像 一", "镜像 二", ["镜像 [一]", "镜像 [二]"]],
    ["aa aa", "aa", ["aa[ aa]", "aa"]],
  ])("%s → %s", (before, after, told) => {
    expect(mark(before, after)).toEqual(told);
  });

  it("are not marked when nothing but signs was kept, or a line is too long", () => {
    expect(mark('  - "x"', '  - "y"')).toBeNull();
    expect(mark(`a ${"x".repeat(2000)}`, "a b")).toBeNull();
  });

  it("make up the whole line again", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", " ", "://", ".", "镜", "😀"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = compareWords(before, after);
        if (!found) return;
        expect(found.before.map((part) => part.text).join("")).toBe(before);
        expect(found.after.map((part) => part.text).join("")).toBe(after);
      }),
      runs(100),
    );
  });
});

it("pairs removed and added lines in their order, and leaves the rest alone", () => {
  const lines = toDiffLines([
    { value: ["same"], added: false, removed: false },
    { value: ["key: old", "other: old"], added: false, removed: true },
    { value: ["key: new"], added: true, removed: false },
    { value: ["same"], added: false, removed: false },
    { value: ["key: alone"], added: true, removed: false },
  ]);
  expect(markWords(lines).map(({ parts }) => parts?.map(({ text }) => text))).toEqual([
    undefined,
    ["key: ", "old"],
    undefined,
    ["key: ", "new"],
    undefined,
    undefined,
  ]);
});
