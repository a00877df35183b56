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
const asked = { now, everyMinutes: 10, isVouchable: false, wentBackAt: null };

describe("whether a node is looked at again", () => {
  it.each<{ when: string; last: LastCheck | null; trustedAt: number | null; due: boolean }>([
    { when: "never without a trusted key", last: ago(100), trustedAt: null, due: false },
    { when: "at once when nobody looked yet", last: null, trustedAt: 0, due: true },
    { when: "not before its time", last: ago(9), trustedAt: 0, due: false },
    { when: "when its time has come", last: ago(10), trustedAt: 0, due: true },
    {
      when: "at the usual time after one failure",
      last: ago(10, { state: "unreachable", failures: 1 }),
      trustedAt: 0,
      due: true,
    },
    {
      when: "later after two",
      last: ago(19, { state: "unreachable", failures: 2 }),
      trustedAt: 0,
      due: false,
    },
    { when: "and then again", last: ago(20, { state: "unreachable", failures: 2 }), trustedAt: 0, due: true },
    {
      when: "at an eighth of the pace at last",
      last: ago(80, { state: "unreachable", failures: 50 }),
      trustedAt: 0,
      due: true,
    },
    {
      when: "and no slower",
      last: ago(79, { state: "unreachable", failures: 50 }),
      trustedAt: 0,
      due: false,
    },
    {
      when: "never while another key answers",
      last: ago(500, { state: "identity-changed", failures: 1 }),
      trustedAt: 0,
      due: false,
    },
    {
      when: "at once when a person trusted a key since",
      last: ago(5, { state: "identity-changed" }),
      trustedAt: now - minute,
      due: true,
    },
  ])("$when", ({ last, trustedAt, due }) => {
    expect(isDue(last, trustedAt === null ? null : { at: trustedAt, isHeld: true }, asked)).toBe(due);
  });

  it("asks on, less and less often, where an authority may vouch for the other key", () => {
    const vouched = { at: 0, isHeld: false };
    const changed = (minutes: number, failures: number) =>
      ago(minutes, { state: "identity-changed", failures });
    expect(isDue(changed(10, 1), vouched, asked)).toBe(true);
    expect(isDue(changed(19, 2), vouched, asked)).toBe(false);
    expect(isDue(changed(80, 50), vouched, asked)).toBe(true);
    expect(isDue(changed(5, 1), { ...vouched, at: now - minute }, asked)).toBe(true);
  });

  it("asks a node that nobody trusts only where an authority may vouch for it", () => {
    const vouchable = { ...asked, isVouchable: true };
    expect(isDue(null, null, asked)).toBe(false);
    expect(isDue(null, null, vouchable)).toBe(true);
    expect(isDue(ago(5), null, vouchable)).toBe(false);
    expect(isDue(ago(15, { state: "identity-changed" }), null, vouchable)).toBe(true);
    expect(isDue(ago(15, { failures: 3 }), null, vouchable)).toBe(false);
    const held = { at: 0, isHeld: true };
    expect(isDue(ago(15, { state: "identity-changed" }), held, vouchable)).toBe(false);
  });

  it("asks at once where a push went back since", () => {
    const wentBack = { ...asked, wentBackAt: now - minute };
    const held = { at: 0, isHeld: true };
    expect(isDue(ago(5), held, wentBack)).toBe(true);
    expect(isDue(ago(0.5), held, wentBack)).toBe(false);
    expect(isDue(ago(5, { state: "identity-changed" }), held, wentBack)).toBe(false);
  });
});
