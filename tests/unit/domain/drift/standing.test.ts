import { describe, expect, it } from "vitest";
import { type DriftEvidence, standingOf } from "@/lib/domain/drift/standing";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
const now = Date.parse(at(60));
const fresh = 30 * 60_000;

const checkOf = (state: "in-sync" | "drifted" | "identity-changed" | "pending-restart", minutes: number) => ({
  state,
  revisionId: "r2",
  checkedAt: at(minutes),
  since: at(0),
});

const evidence = (more: Partial<DriftEvidence> = {}): DriftEvidence => ({
  wantedRevisionId: "r2",
  isInGroup: true,
  check: null,
  push: null,
  trustedAt: null,
  ...more,
});

const pushed = (outcome: "changed" | "written" | "rolled-back", minutes: number, revisionId = "r2") => ({
  outcome,
  revisionId,
  finishedAt: at(minutes),
});

describe("how a node stands", () => {
  it.each<[string, Partial<DriftEvidence>, string]>([
    ["nobody looked", {}, "not-checked"],
    ["a check found it equal", { check: checkOf("in-sync", 50) }, "in-sync"],
    ["that check is long ago", { check: checkOf("in-sync", 20) }, "not-checked"],
    ["it was to be restarted long ago", { check: checkOf("pending-restart", 20) }, "not-checked"],
    ["a difference was found long ago", { check: checkOf("drifted", 20) }, "drifted"],
    [
      "the group wants another revision since",
      { wantedRevisionId: "r3", check: checkOf("in-sync", 50) },
      "not-checked",
    ],
    [
      "a push brought the file since",
      { check: checkOf("drifted", 40), push: pushed("changed", 50) },
      "in-sync",
    ],
    ["a push wrote without a restart", { check: null, push: pushed("written", 50) }, "pending-restart"],
    [
      "a push was rolled back since",
      { check: checkOf("in-sync", 40), push: pushed("rolled-back", 50) },
      "not-checked",
    ],
    [
      "the push was before the check",
      { check: checkOf("drifted", 50), push: pushed("changed", 40) },
      "drifted",
    ],
    [
      "the push brought another revision",
      { check: checkOf("in-sync", 40), push: pushed("changed", 50, "r1") },
      "not-checked",
    ],
    ["another host key answered", { check: checkOf("identity-changed", 50) }, "identity-changed"],
    [
      "a person trusted that key since",
      { check: checkOf("identity-changed", 40), trustedAt: at(50) },
      "not-checked",
    ],
    ["its group was never pushed to", { wantedRevisionId: null }, "not-pushed"],
    ["it is in no group", { wantedRevisionId: null, isInGroup: false }, "unmanaged"],
  ])("%s", (_, more, state) => {
    expect(standingOf(evidence(more), now, fresh).state).toBe(state);
  });

  it("keeps the age of what is told", () => {
    expect(standingOf(evidence({ check: checkOf("drifted", 20) }), now, fresh)).toEqual({
      state: "drifted",
      checkedAt: at(20),
      since: at(0),
    });
  });
});
