import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { UpdateNode } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseLockedGroups } from "@/lib/server/groups/group-lock";
import { sealText } from "@/lib/server/secrets/vault";
import { requireGroup, requireSshCredential } from "./create-node";
import { listReachedThrough, refuseTooFar, requireJump } from "./jump";
import { refuseWhilePushed } from "./refuse-while-pushed";

async function getRow(tx: Tx, id: string) {
  const node = await tx.node.findUnique({ where: { id } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  return node;
}

/** The same address reached another way may be another machine. */
type Place = { host: string; port: number; jumpId: string | null };
type Wanted = Place & { name: string };

const placeOf = (node: Wanted, { name, host, port, jumpId }: UpdateNode): Wanted => ({
  name: name ?? node.name,
  host: (host ?? node.host).toLowerCase(),
  port: port ?? node.port,
  jumpId: jumpId === undefined ? node.jumpId : jumpId,
});

const isSamePlace = (one: Place, other: Place): boolean =>
  one.host === other.host && one.port === other.port && one.jumpId === other.jumpId;

async function refuseTaken(tx: Tx, id: string, wanted: Wanted) {
  const other = await tx.node.findFirst({
    where: {
      id: { not: id },
      OR: [
        { nameKey: wanted.name.toLowerCase() },
        { host: wanted.host, port: wanted.port, jumpId: wanted.jumpId },
      ],
    },
  });
  if (!other) return;
  const sameName = other.nameKey === wanted.name.toLowerCase();
  throw new AppError("conflict", sameName ? "nodeNameTaken" : "nodeAddressTaken", {
    params: { name: other.name, host: wanted.host, port: wanted.port },
    issues: [{ path: [sameName ? "name" : "host"], code: "taken" }],
  });
}

/** What is named must be there. */
async function requireNamed(tx: Tx, id: string, { groupId, jumpId }: UpdateNode) {
  if (groupId) await requireGroup(tx, groupId);
  if (jumpId) await requireJump(tx, jumpId, id);
}

/** What the node is logged in to by from now on, where that or the place is another one than before. */
function credentialsOf(
  node: { sshCredentialId: string | null },
  input: UpdateNode,
  moved: boolean,
): string[] {
  const id = input.sshCredentialId ?? (moved ? node.sshCredentialId : null);
  return id === null ? [] : [id];
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

/** A node behind this one that trusts no key yet would tell its sudo password to whatever answers there now. */
async function forgetBehind(tx: Tx, id: string): Promise<void> {
  const behind = (await listReachedThrough(tx, [id])).filter((each) => each !== id);
  await tx.node.updateMany({
    where: { id: { in: behind }, hostKey: { is: null } },
    data: { sudoSealed: null },
  });
}

/**
 * Changes what is given. A new address takes the trusted host key, the facts and the sudo password from the node; the
 * key trusted at the old address stays known there.
 */
export async function updateNode(id: string, input: UpdateNode, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const node = await getRow(tx, id);
    await refuseWhilePushed(tx, [id], "nodeInPush");
    const wanted = placeOf(node, input);
    await refuseTaken(tx, id, wanted);
    const moved = !isSamePlace(wanted, node);
    await requireNamed(tx, id, input);
    for (const credentialId of credentialsOf(node, input, moved))
      await requireSshCredential(tx, credentialId, actor);
    // The machine stays in a group that is locked, or it could be pushed to by way of another one.
    const leaves = moved || (input.groupId !== undefined && input.groupId !== node.groupId);
    if (leaves) await refuseLockedGroups(tx, { nodeIds: [id] }, actor);
    await tx.node.update({ where: { id }, data: toColumns(id, input, moved) });
    if (input.jumpId) await refuseTooFar(tx, id);
    if (moved) {
      await forgetBehind(tx, id);
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

/** Nodes behind one that is gone could not be reached any more. */
async function refuseWhileJump(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  const behind = await tx.node.findMany({ where: { jumpId: id }, select: { name: true } });
  if (behind.length === 0) return;
  const names = behind.slice(0, 5).map((node) => node.name);
  throw new AppError("conflict", "nodeIsJump", {
    params: { name, count: behind.length, names: names.join(", ") },
  });
}

/** Forgets a node; records of its pushes and the key known at its address stay. Nothing on the machine is touched. */
export async function deleteNode(id: string, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const node = await getRow(tx, id);
    await refuseWhilePushed(tx, [id], "nodeInPush");
    await refuseWhileJump(tx, node);
    await refuseLockedGroups(tx, { nodeIds: [id] }, actor);
    await tx.node.delete({ where: { id } });
    await recordAudit(tx, actor, { action: "node.deleted", target: { type: "node", id, name: node.name } });
  });
}
