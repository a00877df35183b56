import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { type ReviewedNode, warningsOf } from "@/lib/domain/pushes/review";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { readRegistries } from "@/lib/server/node-program/run";
import { fileDigest, lookAtNode } from "@/lib/server/nodes/look-at-node";
import { diffWanted } from "./diff";
import { findForeign } from "./foreign";
import { versionOf } from "./node-target";
import type { Wanted } from "./wanted";

/** `facts` is null where the node could not be looked at. */
export type Reviewed = { node: ReviewedNode; diff: NodeDiff | null; facts: NodeFacts | null };

/** What a push needs that the facts already deny, so that nobody starts one in vain. */
export function faultOf(facts: NodeFacts): { code: Fault; params: Record<string, string> } | null {
  if (facts.serviceFault)
    return { code: facts.serviceFault, params: { units: facts.units.map(({ name }) => name).join(", ") } };
  if (facts.readOnly) return { code: "read-only", params: { path: facts.registriesPath ?? "" } };
  const [missing] = facts.missingPaths;
  if (missing !== undefined)
    return { code: "tls-path-missing", params: { path: facts.missingPaths.join(", ") } };
  return null;
}

function changeOf(facts: NodeFacts, wanted: Wanted, diff: NodeDiff): ReviewedNode["change"] {
  if (facts.registries.sha256 === wanted.file.sha256) return facts.pendingRestart ? "restart-only" : "none";
  const differs = diff.unreadable || diff.lines.length > 0;
  return differs ? "file" : "layout-only";
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
    diff: null,
    findings: null,
    foreign: null,
    warnings: [],
  };
}

/** Looks at one node and compares its file with the wanted one. The file's text is dropped when the diff is made. */
export async function reviewNode(node: NodeView, wanted: Wanted): Promise<Reviewed> {
  let present = "";
  const look = await lookAtNode(
    node.id,
    async (session, facts) => {
      const file = await readRegistries(session, facts);
      present = file ? new TextDecoder().decode(file.bytes) : "";
    },
    wanted.requiredPaths,
  );
  if (!look.ok)
    return {
      node: { ...base(node), fault: { ...look.fault, params: { ...look.fault.params } } },
      diff: null,
      facts: null,
    };
  const { facts } = look;
  const diff = diffWanted(present, wanted);
  const confirmed = facts.role !== "server" || node.cluster?.confirmed === true;
  return {
    node: {
      ...base(node),
      role: facts.role,
      version: versionOf(facts),
      fault: faultOf(facts),
      reviewed: fileDigest(facts) ?? "absent",
      change: changeOf(facts, wanted, diff),
      foreign: await findForeign(node.id, facts, wanted),
      warnings: [
        ...warningsOf(facts),
        ...(confirmed ? [] : [{ code: "cluster-unconfirmed" as const, params: {} }]),
      ],
    },
    diff,
    facts,
  };
}
