import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { isRestartPending } from "@/lib/domain/nodes/pending-restart";
import { proxyOfPulls } from "@/lib/domain/nodes/proxies";
import type { NodeView } from "@/lib/domain/nodes/views";
import { writeHeld } from "@/lib/domain/pushes/held";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { type ReviewedNode, warningsOf } from "@/lib/domain/pushes/review";
import { unreadTemplates } from "@/lib/domain/pushes/template-warnings";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { readRegistries } from "@/lib/server/node-program/run";
import type { HeldTemplate } from "@/lib/server/node-program/templates";
import { lookAtNode } from "@/lib/server/nodes/look-at-node";
import { diffWanted } from "./diff";
import { findForeign } from "./foreign";
import { versionOf } from "./node-target";
import { afterPush, changedOn, heldBy, planFor, templateFault } from "./node-templates";
import { namedBy, type Wanted } from "./wanted";

/** `facts` are as they will be after the push, and null where the node could not be looked at. */
export type Reviewed = { node: ReviewedNode; diff: NodeDiff | null; facts: NodeFacts | null };

/** What a push needs that the facts already deny, so that nobody starts one in vain. */
export function faultOf(
  facts: NodeFacts,
  { requiredPaths }: Wanted,
): { code: Fault; params: Record<string, string> } | null {
  const path = facts.registriesPath ?? "";
  if (facts.notCovered) return { code: "not-covered", params: { reason: facts.notCovered } };
  if (facts.serviceFault)
    return { code: facts.serviceFault, params: { units: facts.units.map(({ name }) => name).join(", ") } };
  if (facts.readOnly) return { code: "read-only", params: { path } };
  if (facts.mountedFile) return { code: "not-writable", params: { path, reason: "mounted" } };
  const missing = facts.missingPaths.filter((path) => requiredPaths.includes(path));
  if (missing.length > 0) return { code: "tls-path-missing", params: { path: missing.join(", ") } };
  return null;
}

function changeOf(facts: NodeFacts, wanted: Wanted, diff: NodeDiff): ReviewedNode["change"] {
  const withTemplates = (diff.templates ?? []).length > 0;
  if (facts.registries.sha256 !== wanted.file.sha256) {
    const differs = diff.unreadable || diff.lines.length > 0;
    if (withTemplates) return differs ? "both" : "template";
    return differs ? "file" : "layout-only";
  }
  if (withTemplates) return "template";
  return isRestartPending(facts, wanted) ? "restart-only" : "none";
}

function base(node: NodeView): ReviewedNode {
  return {
    nodeId: node.id,
    name: node.name,
    address: `${node.host}:${node.port}`,
    role: node.check?.facts?.role ?? null,
    cluster: node.cluster?.name ?? null,
    version: null,
    fault: null,
    reviewed: null,
    change: null,
    templates: [],
    diff: null,
    findings: null,
    foreign: null,
    warnings: [],
    effects: [],
    proxy: null,
  };
}

type Seen = { facts: NodeFacts; present: string; templates: HeldTemplate[] };

/** What the push would do to a node that was looked at. */
async function judge(node: NodeView, { facts, present, templates }: Seen, wanted: Wanted): Promise<Reviewed> {
  const held = heldBy(facts);
  const steps = await planFor(node.id, held, wanted);
  const changed = changedOn(steps, { facts, templates });
  const diff = diffWanted(present, wanted, changed);
  const after = afterPush(facts, { steps, wanted, present: templates });
  const confirmed = facts.role !== "server" || node.cluster?.confirmed === true;
  const unread = unreadTemplates(after, wanted.templates);
  return {
    node: {
      ...base(node),
      role: facts.role,
      version: versionOf(facts),
      fault: faultOf(facts, wanted) ?? templateFault(after, steps, wanted),
      reviewed: writeHeld(held),
      change: changeOf(facts, wanted, diff),
      templates: changed.map(({ name, action }) => ({ name, action })),
      foreign: await findForeign(node.id, facts, { wanted, steps }),
      warnings: [
        ...warningsOf(after),
        ...(unread.length === 0
          ? []
          : [{ code: "template-unread" as const, params: { names: unread.join(", ") } }]),
        ...(confirmed ? [] : [{ code: "cluster-unconfirmed" as const, params: {} }]),
      ],
      proxy: proxyOfPulls(facts),
    },
    diff,
    facts: after,
  };
}

/** Looks at one node and compares what it holds with what is wanted. The texts are dropped when the diff is made. */
export async function reviewNode(node: NodeView, wanted: Wanted): Promise<Reviewed> {
  const seen: Omit<Seen, "facts"> = { present: "", templates: [] };
  const look = await lookAtNode(
    node.id,
    async (session, facts, templates) => {
      const file = await readRegistries(session, facts);
      seen.present = file ? new TextDecoder().decode(file.bytes) : "";
      seen.templates = templates;
    },
    namedBy(wanted),
  );
  if (look.ok) return judge(node, { ...seen, facts: look.facts }, wanted);
  const fault = { ...look.fault, params: { ...look.fault.params } };
  return { node: { ...base(node), fault }, diff: null, facts: null };
}
