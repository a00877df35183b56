import { join } from "node:path";
import Database from "better-sqlite3";
import { apis } from "@/lib/domain/paths";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import type { Fault, Outcome } from "@/lib/domain/pushes/outcomes";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { OwnServer } from "./own-server";

export type EndedNode = {
  name: string;
  outcome: Outcome;
  fault?: Fault;
  params?: Record<string, string>;
  evidence?: Record<string, string>;
};

type Made = { id: string };

const at = "2026-01-02T03:04:05.000+00:00";

async function furnish(server: OwnServer, nodes: readonly EndedNode[]) {
  const login = { kind: "generate", name: "ops", username: "ops" };
  const { id: sshCredentialId } = await server.call<Made>("POST", apis.sshCredentials(), login);
  const nodeIds: string[] = [];
  for (const [index, { name }] of nodes.entries()) {
    const host = `10.0.${Math.floor(index / 250)}.${1 + (index % 250)}`;
    const input = { name, host, port: 22, username: "ops", sshCredentialId };
    nodeIds.push((await server.call<Made>("POST", apis.nodes(), input)).id);
  }
  const named = { name: "harbor-prod", definition: emptyDefinition };
  const { id: configurationId } = await server.call<Made>("POST", apis.configurations(), named);
  const group = { name: "prod-edge", configurationId, nodeIds };
  const { id: groupId } = await server.call<Made>("POST", apis.groups(), group);
  return { nodeIds, configurationId, groupId };
}

/**
 * Writes the record of a push that ended with these nodes, as one that ran would have left it: what a page shows of
 * forty faults at once, no forty machines have to be broken for. Answers its id.
 */
export async function writeEndedPush(
  { server, data }: { server: OwnServer; data: string },
  nodes: readonly EndedNode[],
): Promise<{ pushId: string; groupId: string }> {
  const { nodeIds, configurationId, groupId } = await furnish(server, nodes);
  const file = new Database(join(data, "pullpath.db"));
  const { id: revisionId } = file
    .prepare<[string], Made>('SELECT id FROM "Revision" WHERE configurationId = ?')
    .get(configurationId) ?? { id: "" };
  const pushId = "ended-push";
  const add = (table: string, row: Record<string, string | number | null>) => {
    const keys = Object.keys(row);
    const values = keys.map(() => "?").join(", ");
    file
      .prepare(`INSERT INTO "${table}" (${keys.map((key) => `"${key}"`).join(", ")}) VALUES (${values})`)
      .run(...Object.values(row));
  };
  file.transaction(() => {
    const options = JSON.stringify({ ...defaultPushOptions, canary: false, stopAfter: 0 });
    const target = { groupId, groupName: "prod-edge", configurationId, revisionId };
    const times = { createdAt: at, startedAt: at, finishedAt: at };
    add("Push", {
      id: pushId,
      number: 1,
      ...target,
      status: "failed",
      options,
      startedByName: "mei",
      ...times,
    });
    for (const [position, node] of nodes.entries()) {
      const { name, outcome, fault = null, params = {}, evidence = {} } = node;
      const pushNodeId = `ended-${position}`;
      add("PushNode", {
        id: pushNodeId,
        pushId,
        nodeId: nodeIds[position] ?? null,
        nodeName: name,
        address: `10.0.0.${position}:22`,
        role: "agent",
        position,
        phase: "done",
        outcome,
        fault,
        faultParams: fault && JSON.stringify(params),
        reviewedDigest: "absent",
        evidence: JSON.stringify(evidence),
        startedAt: at,
        finishedAt: at,
      });
      add("PushEvent", { pushId, pushNodeId, at, phase: "connect", code: "node-started" });
    }
    add("PushEvent", { pushId, at, code: "push-resumed" });
  })();
  file.close();
  return { pushId, groupId };
}
