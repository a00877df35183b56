import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isOver } from "@/lib/domain/nodes/certificate";
import { db } from "@/lib/server/db/client";
import { openText } from "@/lib/server/secrets/vault";
import type { SshTarget } from "@/lib/server/ssh/target";
import { getLoginWithSecret, openLoginWithSecret } from "@/lib/server/ssh-credentials/stored-login";
import { mayBeVouched } from "./judge-certificate";
import { findJumps } from "./jump";
import { vouchFor } from "./vouch";

type Row = Awaited<ReturnType<typeof findJumps>>[number];
type Credential = Parameters<typeof openLoginWithSecret>[0];

async function toTarget(node: Row, credential: Credential | null = null): Promise<SshTarget> {
  if (node.sshCredentialId === null)
    throw new AppError("invalid", "nodeWithoutCredential", { params: { name: node.name } });
  return {
    host: node.host,
    port: node.port,
    username: node.username,
    login: credential ? openLoginWithSecret(credential) : await getLoginWithSecret(node.sshCredentialId),
    hostKey: node.hostKey && { algorithm: node.hostKey.algorithm, publicKey: node.hostKey.publicKey },
    vouch: mayBeVouched(node.hostKey) ? vouchFor(node) : undefined,
    isVouchOver: isOver({ validUntil: node.hostKey?.certificateValidUntil ?? null }, Date.now()),
    sudoPassword: node.sudoSealed && openText(node.sudoSealed, `node-sudo:${node.id}`),
  };
}

/** The last of the jump hosts on a way, with those before it; null where the way is direct. */
export async function getJumpWithSecrets(
  jumpId: string | null,
): Promise<NonNullable<SshTarget["jump"]> | null> {
  let reached: NonNullable<SshTarget["jump"]> | null = null;
  for (const row of (await findJumps(db(), jumpId)).reverse()) {
    reached = { ...(await toTarget(row)), name: row.name, sudoPassword: null, jump: reached };
  }
  return reached;
}

/** Everything needed to reach a node, its secrets included: for the SSH layer only. */
export async function getTargetWithSecrets(nodeId: string): Promise<SshTarget> {
  const include = { hostKey: true, sshCredential: true };
  // Prisma gathers what is found by a unique key into lists, and plans each list anew: many nodes are asked for at once.
  const node = await db().node.findFirst({ where: { id: nodeId }, include });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  return { ...(await toTarget(node, node.sshCredential)), jump: await getJumpWithSecrets(node.jumpId) };
}
