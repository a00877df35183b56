import "server-only";
import { AppError } from "@/lib/domain/errors";
import { db } from "@/lib/server/db/client";
import { openText } from "@/lib/server/secrets/vault";
import type { SshTarget } from "@/lib/server/ssh/target";
import { getLoginWithSecret } from "@/lib/server/ssh-credentials/stored-login";

/** Everything needed to reach a node, its secrets included: for the SSH layer only. */
export async function getTargetWithSecrets(nodeId: string): Promise<SshTarget> {
  const node = await db().node.findUnique({ where: { id: nodeId }, include: { hostKey: true } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  if (node.sshCredentialId === null)
    throw new AppError("invalid", "nodeWithoutCredential", { params: { name: node.name } });
  return {
    host: node.host,
    port: node.port,
    username: node.username,
    login: await getLoginWithSecret(node.sshCredentialId),
    hostKey: node.hostKey && { algorithm: node.hostKey.algorithm, publicKey: node.hostKey.publicKey },
    sudoPassword: node.sudoSealed && openText(node.sudoSealed, `node-sudo:${nodeId}`),
  };
}
