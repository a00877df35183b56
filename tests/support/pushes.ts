import { randomUUID } from "node:crypto";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { defaultPushOptions, type PushOptions } from "@/lib/domain/pushes/options";
import { canTakePart, type PushReview, type StartPush } from "@/lib/domain/pushes/review";
import type { PushView } from "@/lib/domain/pushes/views";
import type { Actor } from "@/lib/server/auth/actor";
import { confirmCluster } from "@/lib/server/clusters/confirm-cluster";
import { listClusters } from "@/lib/server/clusters/queries";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { saveRevision } from "@/lib/server/configurations/save-revision";
import { insertTemplates } from "@/lib/server/configurations/template-store";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { listNodes } from "@/lib/server/nodes/queries";
import { testNode } from "@/lib/server/nodes/test-node";
import { getPush } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { actorWith } from "./actors";
import { definitionOf } from "./definitions";
import { passwordLogin, type Registrable, registerNode } from "./fixtures";
import { passwordOf, type TestFleet } from "./nodes/start-nodes";
import type { TestNode } from "./nodes/test-node";
import { waitFor } from "./nodes/wait-for";

export const admin: Actor = actorWith("admin");

/** Without a watch, so that a test of a whole push takes seconds; the ways through it are the same. */
export const quick: PushOptions = {
  ...defaultPushOptions,
  watchSeconds: 0,
  outageAccepted: true,
  templatesAccepted: true,
};

export const mirrorTo = (url: string) => `mirrors:\n  docker.io:\n    endpoint:\n      - "${url}"\n`;

export type Pushable = { groupId: string; configurationId: string; nodeIds: string[] };

/** Registers the machines with root's password, puts them into a new group and gives it a configuration. */
export async function groupOf(machines: Registrable[], yaml: string): Promise<Pushable> {
  const { id: sshCredentialId } = await passwordLogin("root", passwordOf("root"), admin);
  const nodeIds: string[] = [];
  for (const machine of machines) nodeIds.push((await registerNode(machine, { sshCredentialId }, admin)).id);
  const name = randomUUID();
  const { id: configurationId } = await createConfiguration({ name, definition: definitionOf(yaml) }, admin);
  const { id: groupId } = await createGroup({ name, note: "", configurationId, nodeIds }, admin);
  return { groupId, configurationId, nodeIds };
}

/** Looks at every node and confirms the cluster that its server CA speaks for. */
export async function confirmClusters(nodeIds: string[]): Promise<void> {
  for (const id of nodeIds) await testNode(id, admin);
  const clusters = await listClusters(admin);
  for (const node of await listNodes(admin)) {
    if (!nodeIds.includes(node.id) || !node.cluster) continue;
    const cluster = clusters.find(({ id }) => id === node.cluster?.id);
    if (cluster) await confirmCluster(node.id, cluster.id, admin);
  }
}

export async function save(configurationId: string, yaml: string, baseNumber: number): Promise<void> {
  await saveRevision({ id: configurationId, baseNumber, definition: definitionOf(yaml) }, admin);
}

/** Gives a revision these templates of containerd, whatever it had. */
export async function setTemplates(
  configurationId: string,
  number: number,
  templates: ManagedTemplate[],
): Promise<void> {
  const { id } = await db().revision.findFirstOrThrow({ where: { configurationId, number } });
  await db().$transaction(async (tx) => {
    await tx.revisionTemplate.deleteMany({ where: { revisionId: id } });
    await insertTemplates(tx, id, templates);
  });
}

/** What the button sends for a review when everything it asks was agreed to. */
export function toStart(review: PushReview, options: PushOptions = quick): StartPush {
  return {
    groupId: review.group.id,
    revisionId: review.revision.id,
    wantedDigest: review.wantedDigest,
    nodes: review.nodes.flatMap((node) =>
      node.reviewed !== null && canTakePart(review, node)
        ? [{ nodeId: node.nodeId, reviewed: node.reviewed, overwrite: node.foreign !== null }]
        : [],
    ),
    options,
    typedName: review.group.name,
  };
}

export async function waitForPush(id: string, timeoutMs?: number): Promise<PushView> {
  await waitFor(async () => (await getPush(admin, id)).finishedAt !== null, { timeoutMs });
  return getPush(admin, id);
}

/** Reviews, starts and waits for the end. */
export async function push(groupId: string, options: PushOptions = quick): Promise<PushView> {
  const review = await reviewPush(groupId, admin);
  const { id } = await startPush(toStart(review, options), randomUUID(), admin);
  return waitForPush(id);
}

/** Outcomes of a push by node name. */
export const outcomesOf = (view: PushView): Record<string, string | null> =>
  Object.fromEntries(view.nodes.map(({ name, outcome }) => [name, outcome]));

export const machinesOf = (fleet: TestFleet, names: string[]): TestNode[] =>
  names.map((name) => fleet.get(name));
