import { expect, it } from "vitest";
import type { DiffLine } from "@/lib/domain/diff/lines";
import { keepChanges } from "@/lib/domain/pushes/hunks";

const line = (kind: DiffLine["kind"], at: number, text = `${at}`): DiffLine => ({
  kind,
  oldLine: kind === "added" ? null : at,
  newLine: kind === "removed" ? null : at,
  text,
});
const lines = (count: number, changed: number[]) =>
  Array.from({ length: count }, (_, at) => line(changed.includes(at) ? "added" : "same", at));
const shapeOf = (all: DiffLine[]) =>
  keepChanges(all).lines.map((part) => (part.kind === "gap" ? `…${part.count}` : part.text));

it("keeps nothing where nothing changed", () => {
  expect(keepChanges(lines(50, []))).toEqual({ lines: [], cut: 0 });
});

it("keeps three lines around each change and tells how many are left out between", () => {
  expect(shapeOf(lines(20, [5, 14]))).toEqual([
    ...["…2", "2", "3", "4", "5", "6", "7", "8"],
    ...["…2", "11", "12", "13", "14", "15", "16", "17", "…2"],
  ]);
  expect(shapeOf(lines(10, [0, 6]))).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
});

it("keeps so many lines at most, and counts the changed ones that it cut", () => {
  const all = Array.from({ length: 5_000 }, (_, at) => line("added", at));
  const kept = keepChanges(all);
  expect([kept.lines.length, kept.cut]).toEqual([2_000, 3_000]);
});

it("keeps so many characters at most, and always a changed line", () => {
  const long = Array.from({ length: 100 }, (_, at) => line("removed", at, "x".repeat(16_384)));
  const kept = keepChanges(long);
  expect([kept.lines.length, kept.cut]).toEqual([16, 84]);
  expect(keepChanges([line("added", 0, "x".repeat(1_000_000))]).lines).toHaveLength(1);
});
