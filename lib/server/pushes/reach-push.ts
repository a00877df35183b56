import "server-only";
import { inParallel } from "@/lib/domain/in-parallel";
import {
  endpointsOf,
  mostEndpoints,
  type ReachPush,
  type ReachReport,
  toReachReport,
} from "@/lib/domain/pushes/reach";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { env } from "@/lib/server/env";
import { refuseLocked } from "@/lib/server/groups/group-lock";
import { listGroupNodes } from "@/lib/server/nodes/queries";
import { paced } from "@/lib/server/registry-test/throttle";
import { type Asking, reachFrom } from "./reach-node";
import { getPushable } from "./review-push";

/** As many as the look of the review. */
const nodesAtOnce = 10;
const allInAllMs = 20_000;

type Given = Partial<Asking> & { allMs?: number };

/**
 * Asks nodes of a group whether they get an answer from the endpoints of a revision: by a connection without a word in
 * it, for at most twenty seconds in all, and no more often than registries are tested. Nothing is written anywhere, and
 * nothing is held against the push.
 */
export async function reachPush(input: ReachPush, actor: Actor, given: Given = {}): Promise<ReachReport> {
  authorize(actor, "pushes:write");
  const { group, revision } = await getPushable(input.groupId, input.revision);
  refuseLocked(group, actor);
  const all = endpointsOf(await getRevisionDefinition(revision.id));
  const endpoints = all.slice(0, mostEndpoints);
  if (endpoints.length === 0) return toReachReport(all, endpoints, []);
  const reached = await paced(actor.userId, async () => {
    const asking = toAsking(given);
    const wanted = new Set(input.nodes);
    const members = (await listGroupNodes(actor, input.groupId)).filter(({ id }) => wanted.has(id));
    return inParallel(members, nodesAtOnce, ({ id, name, check }) =>
      reachFrom({ id, name, facts: check?.facts ?? null }, endpoints, asking),
    );
  });
  return toReachReport(all, endpoints, reached);
}

/** The time for all nodes begins here. */
function toAsking(given: Given): Asking {
  const deadline = AbortSignal.timeout(given.allMs ?? allInAllMs);
  return {
    allowLoopback: given.allowLoopback ?? env.testLoopback,
    tryMs: given.tryMs ?? 3_000,
    nodeMs: given.nodeMs ?? 10_000,
    signal: given.signal ? AbortSignal.any([given.signal, deadline]) : deadline,
  };
}
