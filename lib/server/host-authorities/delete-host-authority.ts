import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseWhilePushed } from "@/lib/server/nodes/refuse-while-pushed";

/** The keys that it vouched for become those of who keeps them, as if compared. */
async function keepKeys(tx: Tx, authorityId: string, trustedByName: string): Promise<void> {
  const data = { authorityId: null, trustedByName };
  const certificate = { certificateId: null, certificateSerial: null, certificateValidUntil: null };
  await tx.hostKey.updateMany({ where: { authorityId }, data: { ...data, ...certificate } });
  await tx.knownHost.updateMany({ where: { authorityId }, data });
}

/** As if the machines had never been met; another authority or a person may vouch for them. */
async function forgetKeys(tx: Tx, authorityId: string, nodeIds: readonly string[]): Promise<void> {
  await refuseWhilePushed(tx, nodeIds, "hostAuthorityInPush");
  await tx.hostKey.deleteMany({ where: { authorityId } });
  await tx.knownHost.deleteMany({ where: { authorityId } });
}

/** Believes an authority no more. What it vouched for goes with it, or is kept by the word of who deletes it. */
export async function deleteHostAuthority(id: string, keys: "forget" | "keep", actor: Actor): Promise<void> {
  authorize(actor, "host-authorities:write");
  // A machine that was never met shows any key it likes.
  if (keys === "forget") authorize(actor, "host-keys:replace");
  await db().$transaction(async (tx) => {
    const authority = await tx.hostAuthority.findUnique({
      where: { id },
      include: { hostKeys: { select: { nodeId: true } } },
    });
    if (!authority) throw new AppError("not-found", "hostAuthorityNotFound");
    const nodeIds = authority.hostKeys.map(({ nodeId }) => nodeId);
    if (keys === "keep") await keepKeys(tx, id, actor.name);
    else await forgetKeys(tx, id, nodeIds);
    await tx.hostAuthority.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "host-authority.deleted",
      target: { type: "host-authority", id, name: authority.name },
      detail: { fingerprint: authority.fingerprint, keys, nodes: nodeIds.length },
    });
  });
}
