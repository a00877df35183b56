import "server-only";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { getTargetWithSecrets } from "@/lib/server/nodes/target";
import { SshFault } from "@/lib/server/ssh/fault";
import { withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";

/** Nobody vouches for a key on the way: what would be trusted by that is not trusted yet. */
const withoutVouch = <Target extends SshTarget>(target: Target): Target => ({
  ...target,
  vouch: undefined,
  isVouchOver: false,
  jump: target.jump ? withoutVouch(target.jump) : null,
});

/** Logs in to a node by another login than it has, and leaves. What went wrong; null when it worked. */
export async function tryLogin(
  nodeId: string,
  login: Pick<SshTarget, "username" | "login">,
): Promise<Fault | null> {
  const target = withoutVouch(await getTargetWithSecrets(nodeId));
  if (target.hostKey === null) return "host-key-unknown";
  try {
    await withSession({ ...target, ...login }, async () => undefined);
    return null;
  } catch (error) {
    if (error instanceof SshFault) return error.fault;
    throw error;
  }
}
