import { describe, expect, it } from "vitest";
import { csvCell, exportLines } from "@/lib/domain/audit/export-lines";
import { toFacts } from "@/lib/domain/audit/facts";

describe("a cell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("does not begin as a formula: %j", (text) => {
    expect(csvCell(text).replace(/^"/, "")).toBe(`'${text}${/\r/.test(text) ? '"' : ""}`);
  });

  it.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["a;=1+1;b", "a;'=1+1;b"],
    ["＝1+1", "'＝1+1"],
    ["two\nlines", '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    [null, ""],
    [7, "7"],
    [{ a: 1 }, '"{""a"":1}"'],
  ])("holds %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

const event = {
  id: 1,
  at: "2026-11-30T00:00:00.000Z",
  actorId: null,
  actorName: "=cmd",
  action: "node.tested",
  targetType: null,
  targetId: null,
  targetName: null,
  result: "ok",
  address: null,
  detail: { nodes: 2 },
  digest: "d",
};

it("writes an event as a line", () => {
  expect(exportLines.csv.head).toBe(
    "id,at,actorId,actorName,action,targetType,targetId,targetName,result,address,detail,digest\r\n",
  );
  expect(exportLines.csv.line(event)).toBe(
    '1,2026-11-30T00:00:00.000Z,,\'=cmd,node.tested,,,,ok,,"{""nodes"":2}",d\r\n',
  );
  expect(JSON.parse(exportLines.jsonl.line(event))).toEqual(event);
});

it("tells facts one by one", () => {
  const detail = {
    number: 3,
    before: { until: "x", by: null },
    slugs: ["a", "b"],
    none: [],
    nodes: [{ id: 1 }],
    yes: true,
  };
  expect(toFacts(detail)).toEqual([
    { name: "number", value: "3" },
    { name: "before.until", value: "x" },
    { name: "before.by", value: null },
    { name: "slugs", value: "a, b" },
    { name: "none", value: null },
    { name: "nodes", value: '{"id":1}' },
    { name: "yes", value: "true" },
  ]);
  expect(toFacts("text")).toEqual([]);
});
