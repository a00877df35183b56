import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { CreateNode } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { sealText } from "@/lib/server/secrets/vault";
import { requireJump } from "./jump";

/** Refuses a second node of the same name or address in words. Writers queue, so two cannot pass at once. */
async function refuseDuplicate(
  tx: Tx,
  input: { name: string; host: string; port: number; jumpId: string | null },
): Promise<void> {
  const sameName = await tx.node.findUnique({ where: { nameKey: input.name.toLowerCase() } });
  if (sameName)
    throw new AppError("conflict", "nodeNameTaken", {
      params: { name: input.name },
      issues: [{ path: ["name"], code: "taken" }],
    });
  const sameAddress = await tx.node.findFirst({
    where: { host: input.host, port: input.port, jumpId: input.jumpId },
  });
  if (sameAddress)
    throw new AppError("conflict", "nodeAddressTaken", {
      params: { name: sameAddress.name, host: input.host, port: input.port },
      issues: [{ path: ["host"], code: "taken" }],
    });
}

/**
 * For whoever names a place that is logged in to by it. A password is told to the machine there, so that takes the right
 * to passwords as well: a token may hold the one to nodes alone.
 */
export async function requireSshCredential(tx: Tx, id: string, actor: Actor): Promise<void> {
  const found = await tx.sshCredential.findUnique({ where: { id }, select: { kind: true } });
  if (!found)
    throw new AppError("invalid", "sshCredentialNotFound", {
      issues: [{ path: ["sshCredentialId"], code: "unknown-credential" }],
    });
  if (found.kind === "password") authorize(actor, "credentials:write");
}

export async function requireGroup(tx: Tx, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.group.findUnique({ where: { id }, select: { id: true } });
  if (!found)
    throw new AppError("invalid", "groupNotFound", { issues: [{ path: ["groupId"], code: "not-found" }] });
}

/** Inserts one node inside the caller's transaction. */
async function insertNode(tx: Tx, input: CreateNode, actor: Actor): Promise<{ id: string; name: string }> {
  const name = input.name ?? input.host;
  const host = input.host.toLowerCase();
  const { jumpId = null } = input;
  await refuseDuplicate(tx, { name, host, port: input.port, jumpId });
  const node = await tx.node.create({
    data: {
      name,
      nameKey: name.toLowerCase(),
      host,
      port: input.port,
      username: input.username,
      sshCredentialId: input.sshCredentialId,
      groupId: input.groupId,
      jumpId,
      note: input.note,
    },
  });
  if (input.sudoPassword !== null)
    await tx.node.update({
      where: { id: node.id },
      data: { sudoSealed: sealText(input.sudoPassword, `node-sudo:${node.id}`) },
    });
  await recordAudit(tx, actor, { action: "node.created", target: { type: "node", id: node.id, name } });
  return { id: node.id, name };
}

/** Registers a machine. Nothing is connected to: trust of its host key and the first look come after. */
export async function createNode(input: CreateNode, actor: Actor): Promise<{ id: string; name: string }> {
  authorize(actor, "nodes:write");
  return db().$transaction(async (tx) => {
    await requireSshCredential(tx, input.sshCredentialId, actor);
    await requireGroup(tx, input.groupId);
    await requireJump(tx, input.jumpId ?? null);
    return insertNode(tx, input, actor);
  });
}
