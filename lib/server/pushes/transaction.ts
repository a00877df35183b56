import "server-only";
import { createHash } from "node:crypto";
import { templatePath } from "@/lib/domain/containerd-template/after-push";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { keepsApi } from "@/lib/domain/nodes/members";
import { isRestartPending } from "@/lib/domain/nodes/pending-restart";
import type { NodeReport } from "@/lib/domain/nodes/report";
import { unagreedUpgrade } from "@/lib/domain/nodes/upgrade";
import { readHeld } from "@/lib/domain/pushes/held";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { isChange, type TemplateStep } from "@/lib/domain/pushes/template-plan";
import { type ApplyRequest, defaultTiming } from "@/lib/server/node-program/request";
import { apply, ask, probeWithTemplates, readRegistries, rehearse } from "@/lib/server/node-program/run";
import type { Probed } from "@/lib/server/node-program/templates";
import { storeFacts } from "@/lib/server/nodes/look-at-node";
import { getTargetWithSecrets } from "@/lib/server/nodes/target";
import { SshFault } from "@/lib/server/ssh/fault";
import { type SshSession, withSession } from "@/lib/server/ssh/session";
import type { Attempt } from "./attempt";
import { answerWait } from "./confirm-node";
import { diffWanted, findDiff } from "./diff";
import { findFindings } from "./findings";
import { type Embedded, findEmbeddedOnce, predictOnce } from "./generated";
import { toLostContact } from "./lost-contact";
import type { NodeEnd } from "./node-record";
import {
  afterPush,
  changedOn,
  findChanged,
  heldBy,
  planFor,
  templateFault,
  toChanges,
} from "./node-templates";
import { findUnhealthyServer } from "./quorum";
import { retryUntil } from "./retry-until";
import { faultOf } from "./review-node";
import { countServers } from "./small-clusters";
import { longestPulls, wholeName } from "./test-pull";
import { namedBy } from "./wanted";

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

/** What the look just before the write found, and what the push makes of it. */
type Look = Probed & { steps: TemplateStep[]; after: NodeFacts; embedded: Embedded };

async function lookAt(session: SshSession, { wanted, nodeId, row }: Attempt): Promise<Look> {
  const { facts, templates } = await probeWithTemplates(session, { paths: namedBy(wanted) });
  await storeFacts(nodeId, facts);
  const steps = await planFor(nodeId, heldBy(facts), wanted);
  const after = afterPush(facts, { steps, wanted, present: templates });
  return { facts, templates, steps, after, embedded: await findEmbeddedOnce(wanted, facts, row.clusterId) };
}

/** The node may have become another release since the start, or its flags may have changed. */
async function findErrors({ wanted, row }: Attempt, { after, steps }: Look): Promise<NodeEnd | null> {
  const bad = templateFault(after, steps, wanted);
  if (bad) return refusal(bad.code, bad.params);
  const [found] = await findFindings(wanted, [{ facts: after, clusterId: row.clusterId }]);
  const [first] = found?.list ?? [];
  if (first?.severity !== "error") return null;
  return refusal("findings-block", { finding: first.code, line: String(first.line) });
}

/** What is there must be what was reviewed, or wanted; and no template changes that nobody agreed to. */
function findChange({ wanted, row, options }: Attempt, { facts, steps }: Look): NodeEnd | null {
  const reviewed = readHeld(row.reviewedDigest ?? "");
  const already = facts.registries.sha256 === wanted.file.sha256;
  if (heldBy(facts).file !== reviewed.file && !already)
    return refusal("file-changed", { path: facts.registriesPath ?? "" });
  const changed = findChanged(facts, reviewed, wanted);
  if (changed !== null) return refusal("file-changed", { path: changed });
  const unread = options.templatesAccepted ? undefined : steps.find(isChange);
  return unread ? refusal("file-changed", { path: templatePath(facts, unread.name) }) : null;
}

/** What the look just before the write must find: the reviewed files, a service, and for a server its peers up. */
async function findRefusal(attempt: Attempt, look: Look): Promise<NodeEnd | null> {
  const { options } = attempt;
  const { facts } = look;
  const fault = faultOf(facts, attempt.wanted);
  if (fault) return refusal(fault.code, fault.params);
  const blocked = (await findErrors(attempt, look)) ?? findChange(attempt, look);
  if (blocked) return blocked;
  if (options.writeOnly) return null;
  const upgrade = restarts(attempt, look) ? unagreedUpgrade(facts, options.upgradesAccepted) : null;
  if (upgrade) return refusal("upgrade-not-agreed", upgrade);
  return facts.role === "server" ? findServerRefusal(attempt, look) : null;
}

/** Whether the push restarts the service: something changes, or is not in effect yet. */
const restarts = ({ wanted }: Attempt, { facts, steps }: Look): boolean =>
  facts.registries.sha256 !== wanted.file.sha256 || steps.some(isChange) || isRestartPending(facts, wanted);

/** A server takes its part of the API and of etcd's quorum away while it restarts. */
async function findServerRefusal(attempt: Attempt, look: Look): Promise<NodeEnd | null> {
  const { row, options, nodeId } = attempt;
  const { facts } = look;
  if (row.role === "agent") return refusal("quorum-at-risk", { server: row.nodeName, reason: "promoted" });
  const keeps = keepsApi(facts.members, await countServers(row.clusterId));
  if (restarts(attempt, look) && !options.outageAccepted && !keeps) return refusal("outage-not-agreed");
  const unhealthy = await findUnhealthyServer({ nodeId, clusterId: row.clusterId, facts });
  return unhealthy === null ? null : refusal("quorum-at-risk", { server: unhealthy });
}

/** A file that is not there and an empty one make the same difference. */
const emptyDigest = createHash("sha256").digest("hex");

async function keepDiff(session: SshSession, attempt: Attempt, look: Look): Promise<void> {
  const { wanted, record } = attempt;
  const changed = changedOn(look.steps, look);
  const known = findDiff(look.facts.registries.sha256 ?? emptyDigest, wanted, changed);
  if (known) return record.diff(known);
  const present = await readRegistries(session, look.facts);
  const text = present ? new TextDecoder().decode(present.bytes) : "";
  await record.diff(diffWanted(text, wanted, changed));
}

/** The files and what K3s must make of them, for a node as it was just seen. */
function contentFor({ wanted }: Attempt, { facts, after, steps, templates, embedded }: Look) {
  return {
    facts,
    expected: facts.registries.sha256 ?? "absent",
    file: wanted.file,
    certificates: wanted.certificates,
    templates: toChanges(steps, wanted, templates),
    requiredPaths: wanted.requiredPaths,
    generated: predictOnce(wanted, after, embedded),
  };
}

/** The whole order to a node: what it gets, and what it must prove. */
function requestFor(attempt: Attempt, look: Look): ApplyRequest {
  const { startSeconds, watchSeconds, writeOnly, verifyDepth, testImage, confirmSeconds } = attempt.options;
  return {
    transactionId: attempt.row.id,
    ...contentFor(attempt, look),
    writeOnly,
    verifyDepth,
    testImage: wholeName(testImage),
    confirmSeconds,
    timing: {
      watchSeconds,
      // Who sets how long a service may take means until it works, not only until it is called active.
      ...(startSeconds !== null && { activeSeconds: startSeconds, verifySeconds: startSeconds }),
    },
  };
}

/** Null where the node is verified and waits for a word. */
async function order(session: SshSession, attempt: Attempt, look: Look): Promise<NodeEnd | null> {
  const { options, relay } = attempt;
  const request = requestFor(attempt, look);
  // The last moment to notice that somebody else may act here by now.
  await attempt.confirm();
  if (!(await attempt.held.confirm())) return refusal("node-busy");
  // A rehearsal leaves nothing that could be asked for.
  if (!options.dryRun) attempt.markBegun();
  try {
    if (options.dryRun) return toEnd(await rehearse(session, request, relay.onEvent));
    const state = await apply(session, request, relay.onEvent);
    if (state.state === "waiting") return null;
    if (state.state === "done") return toEnd(state.report);
    throw new SshFault("connection-lost", { reason: "stalled" });
  } finally {
    await relay.settled();
  }
}

/**
 * The whole transaction over one connection: look, compare with the review, order the node to act and listen. Null where
 * the node waits for its word, which goes over another connection: that one can be made, after the restart, is what it
 * confirms.
 */
export async function runTransaction(attempt: Attempt): Promise<NodeEnd | null> {
  const target = await getTargetWithSecrets(attempt.nodeId);
  return withSession(target, async (session) => {
    await attempt.record.event("check", "connected");
    const look = await lookAt(session, attempt);
    const refused = await findRefusal(attempt, look);
    if (refused) return refused;
    await keepDiff(session, attempt, look);
    return order(session, attempt, look);
  });
}

const longestStart = Math.max(...Object.values(defaultTiming).map(({ activeSeconds }) => activeSeconds));

/**
 * Asks the node what became of a transaction and follows it to its end, connecting again as often as needed. Null:
 * the node never heard of it, so nothing was changed. A node that stays away is a fault with its state unknown.
 */
export async function continueTransaction(attempt: Attempt): Promise<NodeEnd | null> {
  const { relay } = attempt;
  const { startSeconds, watchSeconds, verifyDepth, confirmSeconds } = attempt.options;
  const waits = (verifyDepth === "pull" ? longestPulls : 0) + (confirmSeconds ?? 0);
  const seconds = (startSeconds ?? longestStart) * 2 + watchSeconds + waits + 120;
  const state = await retryUntil(Date.now() + seconds * 1000, attempt.signal, async () => {
    const target = await getTargetWithSecrets(attempt.nodeId);
    return withSession(target, async (session) => {
      const question = { transactionId: attempt.row.id, resume: true, after: relay.last() };
      const told = await answerWait(session, attempt, await ask(session, question, relay.onEvent));
      // Who was to carry it on was killed, too: it is asked again as long as there is time.
      if (told.state === "stalled")
        throw new SshFault("connection-lost", { reason: "stalled", state: "unknown" });
      return told;
    });
  }).catch((error: unknown) => {
    throw toLostContact(error);
  });
  await relay.settled();
  if (state.state === "done") return toEnd(state.report);
  if (state.state === "unknown") return null;
  throw new SshFault("connection-lost", { state: "unknown" });
}
