import "server-only";
import { AppError } from "@/lib/domain/errors";
import { putSecretsBack } from "@/lib/domain/node-files/stand-ins";
import type { Definition } from "@/lib/domain/registries/schema";
import { certificateSlugs } from "@/lib/domain/registries/secrets";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { insertCertificate } from "@/lib/server/certificates/insert-certificate";
import { checkCertificate } from "@/lib/server/certificates/inspect-certificate";
import type { Tx } from "@/lib/server/db/client";
import { type HeldCertificate, openHeldSecrets } from "./holds";

type Given = { definition: Definition; nodeFile?: string | undefined };

/**
 * The definition with what was held back of a node's file: its secrets at their places, and the certificates it names
 * stored. To be called in the transaction that saves it.
 */
export async function putHeldBack(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  given: Given,
): Promise<Definition> {
  const { definition, nodeFile } = given;
  if (nodeFile === undefined) return definition;
  authorize(actor, "credentials:write");
  const { secrets, certificates } = openHeldSecrets(nodeFile, actor, now);
  const whole = putSecretsBack(definition, nodeFile, new Map(secrets));
  if (whole === null) throw new AppError("invalid", "nodeFileMisplaced");
  const named = new Set(certificateSlugs(definition));
  for (const held of certificates.filter(({ slug }) => named.has(slug))) await store(tx, actor, held);
  return whole;
}

async function store(tx: Tx, actor: Actor, { slug, name, certificate, key }: HeldCertificate): Promise<void> {
  const taken = await tx.certificate.findUnique({ where: { slug }, select: { id: true } });
  if (taken) throw new AppError("conflict", "nodeFileOutdated", { params: { slug } });
  const checked = checkCertificate({ certificate, ...(key === null ? {} : { key }) });
  await insertCertificate(tx, actor, { slug, name, checked });
}
