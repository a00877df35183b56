import "server-only";
import { standingOf } from "@/lib/domain/drift/standing";
import { type CheckedState, type DriftState, isDiffering } from "@/lib/domain/drift/states";
import type { DriftNode } from "@/lib/domain/drift/views";
import type { Fault, Outcome } from "@/lib/domain/pushes/outcomes";
import type { DriftNodeRow, StandingRow } from "@/lib/server/db/rows";
import { env } from "@/lib/server/env";
import { readParams } from "@/lib/server/pushes/views";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a good word holds: two checks that go by themselves may fail to come, then nobody knows any more. */
export const freshMs = () => (env.driftMinutes === 0 ? day : 3 * env.driftMinutes * minute);

/** How a node stands, of what is kept about it. */
export function standing(row: StandingRow, now: number) {
  const { driftCheck: check, facts, group, hostKey } = row;
  const [push] = row.pushes;
  // It waits for a first contact, which is no word about the machine.
  const isUnmet = hostKey === null && facts?.fault === "host-key-unknown";
  const evidence = {
    wantedRevisionId: group?.wantedRevision?.id ?? null,
    isInGroup: group !== null,
    check:
      !check || isUnmet
        ? null
        : {
            state: check.state as CheckedState,
            revisionId: check.revisionId,
            checkedAt: check.checkedAt.toISOString(),
            since: check.since.toISOString(),
          },
    push: push?.finishedAt
      ? {
          outcome: push.outcome as Outcome,
          revisionId: push.push.revisionId,
          finishedAt: push.finishedAt.toISOString(),
        }
      : null,
    trustedAt: hostKey?.trustedAt.toISOString() ?? null,
  };
  return standingOf(evidence, now, freshMs());
}

/** A snoozed difference, as long as it is the same one. */
function snoozeOf({ driftSnooze: snooze, driftCheck: check }: DriftNodeRow, now: number) {
  if (!snooze || snooze.until.getTime() <= now || snooze.fileDigest !== (check?.fileDigest ?? null))
    return null;
  return { until: snooze.until.toISOString(), reason: snooze.reason, byName: snooze.byName };
}

/** What the last check found, of a node that holds something else. */
function foundAt(row: DriftNodeRow, now: number): Pick<DriftNode, "file" | "difference" | "snooze"> {
  const { driftCheck: check } = row;
  return {
    file: check?.modifiedAt ? { modifiedAt: check.modifiedAt.toISOString(), owner: check.owner ?? "" } : null,
    difference: check?.diff ? `${check.revisionId} ${check.fileDigest ?? "absent"}` : null,
    snooze: snoozeOf(row, now),
  };
}

const nothingFound = { file: null, difference: null, snooze: null };

function faultOf({ facts }: DriftNodeRow): DriftNode["fault"] {
  return facts?.fault ? { code: facts.fault as Fault, params: readParams(facts.faultParams) } : null;
}

const isFault = (state: DriftState) => state === "unreachable" || state === "identity-changed";

/** A row as pages and the API show it. */
export function toDriftNode(row: DriftNodeRow, now: number): DriftNode {
  const { group } = row;
  const { state, checkedAt, since } = standing(row, now);
  return {
    id: row.id,
    name: row.name,
    group: group && { id: group.id, name: group.name },
    wanted: group?.wantedRevision ?? null,
    state,
    checkedAt,
    since,
    fault: isFault(state) ? faultOf(row) : null,
    ...(isDiffering(state) ? foundAt(row, now) : nothingFound),
  };
}
