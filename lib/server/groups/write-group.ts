import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewGroup, UpdateGroup } from "@/lib/domain/groups/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseLocked, refuseLockedGroups } from "./group-lock";

async function refuseTaken(tx: Tx, name: string, except?: string): Promise<void> {
  const other = await tx.group.findUnique({ where: { nameKey: name.toLowerCase() } });
  if (other && other.id !== except)
    throw new AppError("conflict", "groupNameTaken", {
      params: { name: other.name },
      issues: [{ path: ["name"], code: "taken" }],
    });
}

async function requireConfiguration(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.configuration.findUnique({ where: { id }, select: { archivedAt: true } });
  if (!found || found.archivedAt)
    throw new AppError("invalid", "configurationNotFound", {
      issues: [{ path: ["configurationId"], code: "not-found" }],
    });
}

type Joining = { groupId: string; nodeIds: string[] };

/** Joins nodes to a group; a node that was in another group moves, since it may be in one only. */
async function addMembers(tx: Tx, { groupId, nodeIds }: Joining, actor: Actor): Promise<void> {
  const found = await tx.node.count({ where: { id: { in: nodeIds } } });
  if (found !== new Set(nodeIds).size)
    throw new AppError("invalid", "nodeNotFound", { issues: [{ path: ["nodeIds"], code: "not-found" }] });
  const joining = { id: { in: nodeIds }, groupId: { not: groupId } };
  await refuseLeaving(tx, await tx.node.findMany({ where: joining, select: { id: true } }), actor);
  await tx.node.updateMany({ where: { id: { in: nodeIds } }, data: { groupId } });
}

/** Nodes stay in a group that is locked, or they could be pushed to by way of another one. */
const refuseLeaving = (tx: Tx, nodes: readonly { id: string }[], actor: Actor): Promise<void> =>
  refuseLockedGroups(tx, { nodeIds: nodes.map(({ id }) => id) }, actor);

/** Makes exactly these nodes the members. */
async function setMembers(tx: Tx, { groupId, nodeIds }: Joining, actor: Actor): Promise<void> {
  await addMembers(tx, { groupId, nodeIds }, actor);
  const leaving = { groupId, id: { notIn: nodeIds } };
  await refuseLeaving(tx, await tx.node.findMany({ where: leaving, select: { id: true } }), actor);
  await tx.node.updateMany({ where: { groupId, id: { notIn: nodeIds } }, data: { groupId: null } });
}

type Members = Pick<UpdateGroup, "nodeIds" | "addNodeIds">;

async function changeMembers(
  tx: Tx,
  { groupId, nodeIds, addNodeIds }: Members & { groupId: string },
  actor: Actor,
): Promise<void> {
  if (nodeIds) await setMembers(tx, { groupId, nodeIds }, actor);
  if (addNodeIds) await addMembers(tx, { groupId, nodeIds: addNodeIds }, actor);
}

async function refuseWhilePushed(tx: Tx, groupId: string): Promise<void> {
  const push = await tx.push.findFirst({ where: { groupId, status: { in: ["queued", "running"] } } });
  if (push) throw new AppError("busy", "groupInPush", { params: { number: push.number } });
}

export async function createGroup(input: NewGroup, actor: Actor): Promise<{ id: string; name: string }> {
  authorize(actor, "nodes:write");
  return db().$transaction(async (tx) => {
    await refuseTaken(tx, input.name);
    await requireConfiguration(tx, input.configurationId);
    const { nodeIds, ...rest } = input;
    const group = await tx.group.create({ data: { ...rest, nameKey: input.name.toLowerCase() } });
    await setMembers(tx, { groupId: group.id, nodeIds }, actor);
    await recordAudit(tx, actor, {
      action: "group.created",
      target: { type: "group", id: group.id, name: group.name },
      detail: { nodes: nodeIds.length },
    });
    return { id: group.id, name: group.name };
  });
}

const isRepointed = (group: { configurationId: string | null }, { configurationId }: UpdateGroup): boolean =>
  configurationId !== undefined && configurationId !== group.configurationId;

/** Changes what is given. Another configuration clears the wanted revision: nothing of it was pushed yet. */
export async function updateGroup(id: string, input: UpdateGroup, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const group = await tx.group.findUnique({ where: { id } });
    if (!group) throw new AppError("not-found", "groupNotFound");
    await refuseWhilePushed(tx, id);
    if (input.name) await refuseTaken(tx, input.name, id);
    if (input.configurationId !== undefined) await requireConfiguration(tx, input.configurationId);
    const { nodeIds, addNodeIds, usual, ...plain } = input;
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    const name = input.name ?? group.name;
    const repointed = isRepointed(group, input);
    if (repointed) refuseLocked(group, actor);
    await tx.group.update({
      where: { id },
      data: {
        ...given,
        ...(usual && { usual: JSON.stringify(usual) }),
        name,
        nameKey: name.toLowerCase(),
        ...(repointed ? { wantedRevisionId: null } : {}),
      },
    });
    await changeMembers(tx, { groupId: id, nodeIds, addNodeIds }, actor);
    await recordAudit(tx, actor, {
      action: "group.updated",
      target: { type: "group", id, name },
      detail: { fields: Object.keys(input) },
    });
  });
}

/** Removes the group; its nodes stay, in no group, and nothing on them changes. */
export async function deleteGroup(id: string, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const group = await tx.group.findUnique({ where: { id } });
    if (!group) throw new AppError("not-found", "groupNotFound");
    await refuseWhilePushed(tx, id);
    refuseLocked(group, actor);
    await tx.group.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "group.deleted",
      target: { type: "group", id, name: group.name },
    });
  });
}
