import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { UpdateNode } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { sealText } from "@/lib/server/secrets/vault";
import { requireGroup, requireSshCredential } from "./create-node";

async function getRow(tx: Tx, id: string) {
  const node = await tx.node.findUnique({ where: { id } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  return node;
}

/** A node in a running push keeps its address and login until that ends. */
async function refuseWhilePushed(tx: Tx, id: string): Promise<void> {
  const busy = await tx.pushNode.findFirst({
    where: { nodeId: id, outcome: null, push: { status: { in: ["queued", "running"] } } },
    include: { push: { select: { number: true } } },
  });
  if (busy) throw new AppError("busy", "nodeInPush", { params: { number: busy.push.number } });
}

async function refuseTaken(tx: Tx, id: string, wanted: { name: string; host: string; port: number }) {
  const other = await tx.node.findFirst({
    where: {
      id: { not: id },
      OR: [{ nameKey: wanted.name.toLowerCase() }, { host: wanted.host, port: wanted.port }],
    },
  });
  if (!other) return;
  const sameName = other.nameKey === wanted.name.toLowerCase();
  throw new AppError("conflict", sameName ? "nodeNameTaken" : "nodeAddressTaken", {
    params: { name: other.name, host: wanted.host, port: wanted.port },
    issues: [{ path: [sameName ? "name" : "host"], code: "taken" }],
  });
}

/**
 * Columns for what is given; a new address may be another machine, so cluster and trust start anew, and it is not told
 * the sudo password of the old one: whoever may move a node could otherwise read it there.
 */
function toColumns(id: string, input: UpdateNode, moved: boolean) {
  const { sudoPassword, ...plain } = input;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(input.name ? { nameKey: input.name.toLowerCase() } : {}),
    ...(input.host ? { host: input.host.toLowerCase() } : {}),
    ...(sudoPassword ? { sudoSealed: sealText(sudoPassword, `node-sudo:${id}`) } : {}),
    ...(sudoPassword === null || (moved && !sudoPassword) ? { sudoSealed: null } : {}),
    ...(moved ? { clusterId: null, clusterConfirmed: false } : {}),
  };
}

/**
 * Changes what is given. A new address takes the trusted host key, the facts and the sudo password from the node; the
 * key trusted at the old address stays known there.
 */
export async function updateNode(id: string, input: UpdateNode, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const node = await getRow(tx, id);
    await refuseWhilePushed(tx, id);
    const wanted = {
      name: input.name ?? node.name,
      host: (input.host ?? node.host).toLowerCase(),
      port: input.port ?? node.port,
    };
    await refuseTaken(tx, id, wanted);
    if (input.sshCredentialId) await requireSshCredential(tx, input.sshCredentialId);
    if (input.groupId) await requireGroup(tx, input.groupId);
    const moved = wanted.host !== node.host || wanted.port !== node.port;
    await tx.node.update({ where: { id }, data: toColumns(id, input, moved) });
    if (moved) {
      await tx.hostKey.deleteMany({ where: { nodeId: id } });
      await tx.nodeFacts.deleteMany({ where: { nodeId: id } });
    }
    await recordAudit(tx, actor, {
      action: "node.updated",
      target: { type: "node", id, name: wanted.name },
      detail: { fields: Object.keys(input) },
    });
  });
}

/** Forgets a node; records of its pushes and the key known at its address stay. Nothing on the machine is touched. */
export async function deleteNode(id: string, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const node = await getRow(tx, id);
    await refuseWhilePushed(tx, id);
    await tx.node.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "node.deleted", target: { type: "node", id, name: node.name } });
  });
}
