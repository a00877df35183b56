import { describe, expect, it } from "vitest";
import {
  type GroupLock,
  heldLock,
  lockEndFault,
  lockFor,
  longestLockDays,
  mayLift,
} from "@/lib/domain/groups/lock";
import { lockGroupSchema } from "@/lib/domain/groups/lock-schema";
import { toFieldIssues } from "@/lib/domain/issues";

const at = (time: string) => new Date(`2026-11-29T${time}Z`);
const lock: GroupLock = {
  until: at("18:00:00").toISOString(),
  reason: "maintenance",
  byId: "tom",
  byName: "tom",
};
const day = 24 * 60 * 60 * 1000;

describe("a lock of a group", () => {
  it.each([
    ["17:59:59", true],
    ["18:00:00", false],
    ["18:00:01", false],
  ])("at %s is held: %s", (time, held) => {
    expect(heldLock(lock, at(time)) !== null).toBe(held);
    expect(heldLock(null, at(time))).toBeNull();
  });

  it("binds everybody but who set it, as long as it is held", () => {
    expect(lockFor(lock, { userId: "mei" }, at("17:00:00"))).toBe(lock);
    expect(lockFor(lock, { userId: "tom" }, at("17:00:00"))).toBeNull();
    expect(lockFor(lock, { userId: "mei" }, at("18:00:00"))).toBeNull();
    expect(lockFor(null, { userId: "mei" }, at("17:00:00"))).toBeNull();
  });

  it("is lifted by who set it and by an administrator", () => {
    expect(mayLift(lock, { userId: "tom", role: "operator" })).toBe(true);
    expect(mayLift(lock, { userId: "mei", role: "operator" })).toBe(false);
    expect(mayLift(lock, { userId: "root", role: "admin" })).toBe(true);
    expect(mayLift(lock, { userId: "root", role: "admin", token: {} })).toBe(false);
    expect(mayLift(lock, { userId: "tom", role: "operator", token: {} })).toBe(false);
  });

  it("ends later than now and not too late", () => {
    const now = at("12:00:00");
    const ahead = (ms: number) => lockEndFault(new Date(now.getTime() + ms).toISOString(), now);
    expect([ahead(-1), ahead(0), ahead(1)]).toEqual(["lock-past", "lock-past", null]);
    expect([ahead(longestLockDays * day), ahead(longestLockDays * day + 1)]).toEqual([null, "lock-long"]);
  });

  it.each([
    [{ until: "2026-11-29T18:00:00Z", reason: " maintenance " }, []],
    [{ until: "2026-11-29T18:00:00+08:00", reason: "x" }, []],
    [{ until: "", reason: "x" }, ["lock-time"]],
    [{ until: "2026-11-29 18:00", reason: "x" }, ["lock-time"]],
    [{ until: "2026-02-30T18:00:00Z", reason: "x" }, ["lock-time"]],
    [{ until: "2026-11-29T18:00:00Z", reason: "  " }, ["required"]],
    [{ until: "2026-11-29T18:00:00Z", reason: "x".repeat(301) }, ["too-long"]],
    [{ until: "2026-11-29T18:00:00Z" }, ["required"]],
  ])("is asked for with a time and a reason: %j", (input, codes) => {
    const read = lockGroupSchema.safeParse(input);
    expect(read.success ? [] : toFieldIssues(read.error, input).map(({ code }) => code)).toEqual(codes);
    if (read.success) expect(read.data.reason).toBe(read.data.reason.trim());
  });
});
