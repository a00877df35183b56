import { describe, expect, it } from "vitest";
import { lockEnd, toLocalField } from "@/components/groups/lock/lock-end";

// By the clock of whoever reads, whatever zone the tests run in.
const now = new Date(2026, 10, 30, 22, 15, 30);
const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe("the end of a lock", () => {
  it.each([
    ["hour", new Date(now.getTime() + 3_600_000).toISOString()],
    ["hours", new Date(now.getTime() + 4 * 3_600_000).toISOString()],
    ["morning", local(2026, 11, 1, 8, 0)],
  ] as const)("%s counts from now", (end, iso) => expect(lockEnd(end, "", now)).toBe(iso));

  it("of one's own is the time of the field, or none", () => {
    expect(lockEnd("own", "2026-12-01T18:00", now)).toBe(local(2026, 11, 1, 18, 0));
    expect(lockEnd("own", "", now)).toBe("");
    expect(toLocalField(local(2026, 0, 2, 3, 4))).toBe("2026-01-02T03:04");
  });
});
