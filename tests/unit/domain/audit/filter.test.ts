import { describe, expect, it } from "vitest";
import { actionsOf, auditActions, auditFamilyNames } from "@/lib/domain/audit/actions";
import { isBackwards, readAuditFilter, readCursor, timeSpan } from "@/lib/domain/audit/filter";
import { pages } from "@/lib/domain/paths";

describe("the filter in the address", () => {
  it("is read as it was written", () => {
    const filter = {
      actor: "mei",
      action: "nodes",
      target: "edge 1",
      result: "refused",
      from: "2026-11-01",
      to: "2026-11-30",
    } as const;
    const url = new URL(pages.audit({ ...filter, cursor: 7 }), "http://x");
    const query = Object.fromEntries(url.searchParams);
    expect(readAuditFilter(query)).toEqual(filter);
    expect(readCursor(query["cursor"])).toBe(7);
  });

  it.each([
    [{}],
    [{ actor: "", target: "  ", action: "", from: "", to: "" }],
    [{ actor: ["a", "b"], action: "weather", result: "odd", from: "yesterday", to: "2026-02-30" }],
  ])("leaves out what says nothing: %j", (query) => {
    expect(readAuditFilter(query)).toEqual({});
  });

  it.each(["", "0", "-1", "1.5", "x", "9".repeat(16), undefined])("begins at the newest for %s", (cursor) => {
    expect(readCursor(cursor)).toBeUndefined();
  });

  it("is told apart where its days end before they begin", () => {
    expect(isBackwards({ from: "2026-12-01", to: "2026-11-30" })).toBe(true);
    for (const days of [{}, { from: "2026-12-01" }, { from: "2026-11-30", to: "2026-11-30" }])
      expect(isBackwards(days)).toBe(false);
  });

  it("spans whole days of UTC, the last included", () => {
    expect(timeSpan({ from: "2026-11-30", to: "2026-11-30" })).toEqual({
      gte: new Date("2026-11-30T00:00:00Z"),
      lt: new Date("2026-12-01T00:00:00Z"),
    });
    expect(timeSpan({})).toEqual({});
  });
});

it("has each action in one family", () => {
  const all = auditFamilyNames.flatMap((family) => actionsOf(family));
  expect(all.toSorted()).toEqual([...auditActions]);
});
