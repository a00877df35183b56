import { describe, expect, it } from "vitest";
import { type DiffLine, type DiffRow, foldUnchanged, toDiffLines } from "@/lib/domain/diff/lines";
import { toSides } from "@/lib/domain/diff/sides";

const same = (...value: string[]) => ({ value, added: false, removed: false });
const added = (...value: string[]) => ({ value, added: true, removed: false });
const removed = (...value: string[]) => ({ value, added: false, removed: true });
const many = (count: number) => same(...Array.from({ length: count }, (_line, at) => `line ${at}`));

const short = (row: DiffRow): string =>
  row.kind === "gap" || row.kind === "fold" ? `${row.kind} after ${row.before}` : sign(row);
const sign = ({ kind, oldLine, newLine }: DiffLine) => `${kind} ${oldLine ?? "-"} ${newLine ?? "-"}`;

describe("lines of a comparison", () => {
  it("are numbered on the sides that have them", () => {
    expect(toDiffLines([same("a"), removed("b"), added("c", "d"), same("e")]).map(sign)).toEqual([
      "same 1 1",
      "removed 2 -",
      "added - 2",
      "added - 3",
      "same 3 4",
    ]);
  });

  it("are closed where they are far from every change, and none is lost", () => {
    const lines = toDiffLines([many(20), added("x"), many(5), removed("y"), many(20)]);
    const rows = foldUnchanged(lines);
    expect(rows.map(short).filter((row) => row.startsWith("fold"))).toEqual([
      "fold after 0",
      "fold after 30",
    ]);
    expect(rows.flatMap((row) => (row.kind === "fold" ? row.lines : [row]))).toEqual(lines);
  });

  it("stay open where closing would save nothing", () => {
    expect(foldUnchanged(toDiffLines([many(6), added("x")])).map(({ kind }) => kind)).not.toContain("fold");
    expect(foldUnchanged(toDiffLines([many(7), added("x")]))[0]).toMatchObject({ kind: "fold" });
  });
});

describe("lines side by side", () => {
  it("stand beside the line that took their place", () => {
    const rows = toSides(toDiffLines([same("a"), removed("b", "c"), added("d"), same("e"), added("f")]));
    const told = rows.map((row) => (row.kind === "pair" ? [row.before?.text, row.after?.text] : row.kind));
    expect(told).toEqual([
      ["a", "a"],
      ["b", "d"],
      ["c", undefined],
      ["e", "e"],
      [undefined, "f"],
    ]);
  });

  it("keep what is closed where it was", () => {
    const rows = toSides(foldUnchanged(toDiffLines([many(20), added("x")])));
    expect(rows[0]).toMatchObject({ kind: "fold" });
  });
});
