import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeReport } from "@/lib/domain/nodes/report";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { defaultTiming } from "@/lib/server/node-program/request";
import { apply, ask, probe, readRegistries } from "@/lib/server/node-program/run";
import { fileDigest, storeFacts } from "@/lib/server/nodes/look-at-node";
import { getTargetWithSecrets } from "@/lib/server/nodes/target";
import { SshFault } from "@/lib/server/ssh/fault";
import { type SshSession, withSession } from "@/lib/server/ssh/session";
import type { Attempt } from "./attempt";
import { diffWanted } from "./diff";
import { findFindings } from "./findings";
import { findEmbedded, predictGenerated } from "./generated";
import type { NodeEnd } from "./node-record";
import { findUnhealthyServer } from "./quorum";
import { retryUntil } from "./retry-until";
import { faultOf } from "./review-node";

const refusal = (code: Fault, params: Record<string, string> = {}): NodeEnd => ({
  outcome: "failed",
  fault: { code, params },
  evidence: {},
});

const toEnd = (report: NodeReport): NodeEnd => ({
  outcome: report.outcome,
  fault: report.fault && { code: report.fault, params: report.params },
  evidence: report.evidence,
});

/** The node may have become another release since the start, or its flags may have changed. */
async function findErrors({ wanted, row }: Attempt, facts: NodeFacts): Promise<NodeEnd | null> {
  const [found] = await findFindings(wanted, [{ facts, clusterId: row.clusterId }]);
  const [first] = found?.list ?? [];
  if (first?.severity !== "error") return null;
  return refusal("findings-block", { finding: first.code, line: String(first.line) });
}

/** What the look just before the write must find: the reviewed file, a service, and for a server its peers up. */
async function findRefusal(attempt: Attempt, facts: NodeFacts): Promise<NodeEnd | null> {
  const { row, options } = attempt;
  const fault = faultOf(facts);
  if (fault) return refusal(fault.code, fault.params);
  const errors = await findErrors(attempt, facts);
  if (errors) return errors;
  const present = fileDigest(facts) ?? "absent";
  const already = facts.registries.sha256 === attempt.wanted.file.sha256;
  if (present !== row.reviewedDigest && !already)
    return refusal("file-changed", { path: facts.registriesPath ?? "" });
  if (facts.role === "server" && row.role === "agent")
    return refusal("quorum-at-risk", { server: row.nodeName });
  if (facts.role !== "server" || options.writeOnly || row.clusterId === null) return null;
  const unhealthy = await findUnhealthyServer(attempt.nodeId, row.clusterId);
  return unhealthy === null ? null : refusal("quorum-at-risk", { server: unhealthy });
}

async function keepDiff(session: SshSession, attempt: Attempt, facts: NodeFacts): Promise<void> {
  const present = await readRegistries(session, facts);
  const text = present ? new TextDecoder().decode(present.bytes) : "";
  await attempt.record.diff(diffWanted(text, attempt.wanted));
}

async function order(session: SshSession, attempt: Attempt, facts: NodeFacts): Promise<NodeEnd> {
  const { wanted, options, row, relay } = attempt;
  const { startSeconds } = options;
  const generated = predictGenerated(wanted.text, facts, await findEmbedded(facts, row.clusterId));
  // The last moment to notice that somebody else may act here by now.
  await attempt.confirm();
  if (!(await attempt.held.confirm())) return refusal("node-busy");
  attempt.markBegun();
  try {
    const report = await apply(
      session,
      {
        transactionId: row.id,
        facts,
        expected: facts.registries.sha256 ?? "absent",
        file: wanted.file,
        certificates: wanted.certificates,
        requiredPaths: wanted.requiredPaths,
        generated,
        writeOnly: options.writeOnly,
        timing: {
          watchSeconds: options.watchSeconds,
          // Who sets how long a service may take means until it works, not only until it is called active.
          ...(startSeconds !== null && { activeSeconds: startSeconds, verifySeconds: startSeconds }),
        },
      },
      relay.onEvent,
    );
    return toEnd(report);
  } finally {
    await relay.settled();
  }
}

/** The whole transaction over one connection: look, compare with the review, order the node to act and listen. */
export async function runTransaction(attempt: Attempt): Promise<NodeEnd> {
  const target = await getTargetWithSecrets(attempt.nodeId);
  return withSession(target, async (session) => {
    await attempt.record.event("check", "connected");
    const facts = await probe(session, { paths: attempt.wanted.requiredPaths });
    await storeFacts(attempt.nodeId, facts);
    const refused = await findRefusal(attempt, facts);
    if (refused) return refused;
    await keepDiff(session, attempt, facts);
    return order(session, attempt, facts);
  });
}

const longestStart = Math.max(...Object.values(defaultTiming).map(({ activeSeconds }) => activeSeconds));

/**
 * Asks the node what became of a transaction and follows it to its end, connecting again as often as needed. Null:
 * the node never heard of it, so nothing was changed. A node that stays away is a fault with its state unknown.
 */
export async function continueTransaction(attempt: Attempt): Promise<NodeEnd | null> {
  const { relay } = attempt;
  const { startSeconds, watchSeconds } = attempt.options;
  const seconds = (startSeconds ?? longestStart) * 2 + watchSeconds + 120;
  const state = await retryUntil(Date.now() + seconds * 1000, attempt.signal, async () => {
    const target = await getTargetWithSecrets(attempt.nodeId);
    return withSession(target, (session) =>
      ask(session, { transactionId: attempt.row.id, resume: true, after: relay.last() }, relay.onEvent),
    );
  });
  await relay.settled();
  if (state.state === "done") return toEnd(state.report);
  if (state.state === "unknown") return null;
  throw new SshFault("connection-lost", { state: "unknown" });
}
