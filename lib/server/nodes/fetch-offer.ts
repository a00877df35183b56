import "server-only";
import { AppError } from "@/lib/domain/errors";
import { db } from "@/lib/server/db/client";
import { SshFault } from "@/lib/server/ssh/fault";
import { fetchCertificate, fetchHostKey } from "@/lib/server/ssh/host-key";
import { judgeCertificate } from "./judge-certificate";
import { type AskedNode, withKnown } from "./known-host";
import { getJumpWithSecrets } from "./target";

/** A machine that could not be asked, in words for whoever wanted to trust its key. */
export async function asking<T>({ name, host, port }: AskedNode, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    const failed = error.params["jump"];
    throw new AppError("unavailable", failed ? "hostKeyBehindJump" : "hostKeyUnavailable", {
      params: { name, host, port, ...(failed && { jump: failed }) },
      cause: error,
    });
  }
}

/** Asks a machine for its key; `certified` asks the authorities first. `own` is the key that the node trusts. */
export async function fetchOffer(id: string, certified: boolean) {
  const row = await db().node.findUnique({ where: { id }, include: { hostKey: true } });
  if (!row) throw new AppError("not-found", "nodeNotFound");
  const { host, port, jumpId, hostKey: own } = row;
  const node = await withKnown(db(), row);
  const asked = { host, port, jump: await getJumpWithSecrets(jumpId) };
  return asking(node, async () => {
    const judged = certified ? await judgeCertificate(node, () => fetchCertificate(asked)) : undefined;
    const offer = judged?.ok ? judged.value.key : await fetchHostKey(asked);
    return { node, own, asked, judged, offer };
  });
}

export type Offered = Awaited<ReturnType<typeof fetchOffer>>;
