import { describe, expect, it } from "vitest";
import { withLockers } from "@/lib/domain/groups/lockers";

const lock = { until: "2026-11-29T18:00:00.000Z", reason: "maintenance", byId: "tom", byName: "Tom" };
const groups = [
  { id: "a", name: "edge", lock },
  { id: "b", name: "core", lock: null },
];
const lockersFor = (userId: string) => withLockers(groups, { userId }).map(({ lockedBy }) => lockedBy);

describe("who keeps somebody from a group", () => {
  it("is who locked it, for everybody else", () => {
    expect(lockersFor("mei")).toEqual(["Tom", null]);
    expect(lockersFor("tom")).toEqual([null, null]);
  });
});
