import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { type CheckedState, type DriftState, stateOfOutcome } from "./states";

/** Times are ISO 8601. */
export type DriftEvidence = {
  /** The revision that the group of the node wants; null without a group or before its first push. */
  wantedRevisionId: string | null;
  isInGroup: boolean;
  check: { state: CheckedState; revisionId: string; checkedAt: string; since: string } | null;
  /** The last push that did something on this node, so none that left it out. */
  push: { outcome: Outcome; revisionId: string; finishedAt: string } | null;
  /** When the host key was last trusted, which settles a changed one. */
  trustedAt: string | null;
};

export type Standing = { state: DriftState; checkedAt: string | null; since: string | null };

const unknown: Standing = { state: "not-checked", checkedAt: null, since: null };

/** What was told last: by a check, or by a push that ended after it. What was compared with another revision is void. */
function lastWord({ check, push, wantedRevisionId }: DriftEvidence): Standing {
  const isLater = push !== null && (check === null || push.finishedAt > check.checkedAt);
  const told = isLater ? push : check;
  if (told === null || told.revisionId !== wantedRevisionId) return unknown;
  if ("state" in told) return { state: told.state, checkedAt: told.checkedAt, since: told.since };
  const state = stateOfOutcome(told.outcome);
  return state === null ? unknown : { state, checkedAt: told.finishedAt, since: told.finishedAt };
}

/**
 * How a node stands now. `freshMs` is how long a good word holds: what was in sync a week ago is not known to be so,
 * while a difference stays told until somebody looks again.
 */
export function standingOf(evidence: DriftEvidence, now: number, freshMs: number): Standing {
  // Nothing is wanted of it, so no look will ever tell more.
  if (!evidence.isInGroup) return { ...unknown, state: "unmanaged" };
  if (evidence.wantedRevisionId === null) return { ...unknown, state: "not-pushed" };
  const word = lastWord(evidence);
  if (word.checkedAt === null) return word;
  const isSettled = evidence.trustedAt !== null && evidence.trustedAt > word.checkedAt;
  if (word.state === "identity-changed" && isSettled) return unknown;
  const isGood = word.state === "in-sync" || word.state === "pending-restart";
  return isGood && now - Date.parse(word.checkedAt) > freshMs ? { ...word, state: "not-checked" } : word;
}
