import { describe, expect, it } from "vitest";
import { isDue, type LastCheck } from "@/lib/domain/drift/due";

const minute = 60_000;
const now = 1_000 * minute;
const ago = (minutes: number, more: Partial<LastCheck> = {}): LastCheck => ({
  state: "in-sync",
  checkedAt: now - minutes * minute,
  failures: 0,
  ...more,
});
const asked = { now, everyMinutes: 10 };

describe("whether a node is looked at again", () => {
  it.each<[string, LastCheck | null, number | null, boolean]>([
    ["never without a trusted key", ago(100), null, false],
    ["at once when nobody looked yet", null, 0, true],
    ["not before its time", ago(9), 0, false],
    ["when its time has come", ago(10), 0, true],
    ["at the usual time after one failure", ago(10, { state: "unreachable", failures: 1 }), 0, true],
    ["later after two", ago(19, { state: "unreachable", failures: 2 }), 0, false],
    ["and then again", ago(20, { state: "unreachable", failures: 2 }), 0, true],
    ["at an eighth of the pace at last", ago(80, { state: "unreachable", failures: 50 }), 0, true],
    ["and no slower", ago(79, { state: "unreachable", failures: 50 }), 0, false],
    ["never while another key answers", ago(500, { state: "identity-changed", failures: 1 }), 0, false],
    ["at once when a person trusted a key since", ago(5, { state: "identity-changed" }), now - minute, true],
  ])("%s", (_, last, trustedAt, due) => {
    expect(isDue(last, trustedAt, asked)).toBe(due);
  });
});
