import "server-only";
import { recordAudit } from "@/lib/server/audit";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { insertVersion } from "./insert-version";
import type { CheckedCertificate } from "./inspect-certificate";

type NewCertificate = { slug: string; name: string; checked: CheckedCertificate };

/** A certificate with its first version; its slug is free. */
export const insertCertificate = async (
  tx: Tx,
  actor: Actor,
  { slug, name, checked }: NewCertificate,
): Promise<string> => {
  const { id } = await tx.certificate.create({ data: { slug, name }, select: { id: true } });
  const { fingerprint } = await insertVersion(tx, actor, { certificateId: id, number: 1, checked });
  await recordAudit(tx, actor, {
    action: "certificate.created",
    target: { type: "certificate", id, name },
    detail: { slug, fingerprint, hasKey: checked.key !== null },
  });
  return id;
};
