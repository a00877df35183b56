import "server-only";
import { AppError } from "@/lib/domain/errors";
import { doubtsOf, type LoginTrial } from "@/lib/domain/nodes/login-trial";
import type { ReplaceSshCredential } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseWhilePushed } from "@/lib/server/nodes/refuse-while-pushed";
import {
  credentialPlace,
  forgetLogin,
  openStoredWithSecret,
  replacementPlace,
  sealLogin,
} from "./stored-login";
import { getWaiting } from "./waiting-replacement";

type Waiting = Awaited<ReturnType<typeof getWaiting>>;

/** Nodes that refused it would be out of reach. */
function refuseWhereRefused({ replacement, credential }: Waiting): void {
  if (replacement.trial === null) return;
  const trial = JSON.parse(replacement.trial) as LoginTrial;
  const { refused } = doubtsOf(trial, credential.nodes);
  if (refused.length === 0) return;
  throw new AppError("conflict", "sshReplacementRefused", {
    params: { count: refused.length, names: refused.slice(0, 5).join(", ") },
  });
}

/** The secret is sealed anew for the place it moves to. */
async function moveLogin(tx: Tx, { replacement, credential }: Waiting): Promise<void> {
  const { id, kind, username, publicKey, fingerprint } = replacement;
  const login = openStoredWithSecret(replacement.sealed, replacementPlace(id));
  const sealed = sealLogin(login, credentialPlace(credential.id));
  await tx.sshCredential.update({
    where: { id: credential.id },
    data: { kind, username, publicKey, fingerprint, sealed },
  });
  // Another user has another sudo password, and is not told that of the one before.
  if (username !== credential.username)
    await tx.node.updateMany({
      where: { sshCredentialId: credential.id, username: credential.username },
      data: { username, sudoSealed: null },
    });
  await tx.sshReplacement.delete({ where: { id } });
}

/**
 * Makes the replacement that waits under this id the login of its credential, for all nodes that use it at once; the one
 * before is gone. Nodes that logged in as the user of the credential follow when that is another one, without the sudo
 * password of the one before.
 */
export async function replaceSshCredential(
  id: string,
  { refusedAccepted }: ReplaceSshCredential,
  actor: Actor,
): Promise<void> {
  authorize(actor, "credentials:write");
  authorize(actor, "nodes:write");
  const sshCredentialId = await db().$transaction(async (tx) => {
    const waiting = await getWaiting(tx, id);
    const { replacement, credential, target } = waiting;
    const nodeIds = credential.nodes.map((node) => node.id);
    await refuseWhilePushed(tx, nodeIds, "sshCredentialInPush");
    if (!refusedAccepted) refuseWhereRefused(waiting);
    await moveLogin(tx, waiting);
    const { kind, username, fingerprint } = replacement;
    await recordAudit(tx, actor, {
      action: "ssh-credential.replaced",
      target,
      detail: {
        kind,
        before: credential.fingerprint,
        after: fingerprint,
        nodes: nodeIds.length,
        ...(username === credential.username ? {} : { users: [credential.username, username] }),
      },
    });
    return credential.id;
  });
  forgetLogin(sshCredentialId);
}
