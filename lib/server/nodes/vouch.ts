import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isOfAnother } from "@/lib/domain/nodes/known-key";
import { fail, ok } from "@/lib/domain/result";
import { ourselves } from "@/lib/server/audit";
import { db } from "@/lib/server/db/client";
import { SshFault } from "@/lib/server/ssh/fault";
import type { Vouch } from "@/lib/server/ssh/target";
import { judgeCertificate, type VouchedKey } from "./judge-certificate";
import { type AskedNode, withKnown } from "./known-host";
import { storeVouched } from "./store-vouched";

/** Something was decided about the key while the machine was connected to, and that counts. */
async function keep(node: AskedNode, vouched: VouchedKey): Promise<void> {
  try {
    await storeVouched(node, vouched, ourselves);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const params = { host: node.host, port: String(node.port), presented: vouched.key.fingerprint };
    throw new SshFault("host-key-unknown", params, error);
  }
}

/** How connections to a node ask the authorities for its key. */
export const vouchFor =
  (row: Parameters<typeof withKnown>[1]): Vouch =>
  async (fetch) => {
    const node = await withKnown(db(), row);
    const judged = await judgeCertificate(node, fetch);
    if (!judged?.ok) return judged;
    const { key, authority } = judged.value;
    const { algorithm, publicKey, fingerprint } = key;
    if (isOfAnother(node, { publicKey, authorityId: authority.id }))
      return fail({ code: "kept", params: { known: fingerprint, presented: fingerprint } });
    return ok({ hostKey: { algorithm, publicKey }, keep: () => keep(node, judged.value) });
  };
