import "server-only";
import type { CreateConfiguration } from "@/lib/domain/configurations/schema";
import { nameKeyOf } from "@/lib/domain/named";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { dropHeldSecrets } from "@/lib/server/node-files/holds";
import { putHeldBack } from "@/lib/server/node-files/put-back";
import { insertRevision, revisionTransaction } from "./insert-revision";
import { refuseTakenName } from "./name";
import { storeSecrets } from "./store-secrets";

type Created = { id: string; name: string; number: number };

/** Makes a configuration with its first revision, empty or of the given definition. */
export const createConfiguration = async (
  input: CreateConfiguration,
  actor: Actor,
  now = new Date(),
): Promise<Created> => {
  authorize(actor, "definitions:write");
  const { name, description = "", message = "", nodeFile } = input;
  const made = await db().$transaction(async (tx) => {
    await refuseTakenName(tx, name);
    const configuration = await tx.configuration.create({
      data: { name, nameKey: nameKeyOf(name), description },
      select: { id: true },
    });
    const whole = { definition: input.definition ?? emptyDefinition, nodeFile };
    const given = await putHeldBack(tx, { actor, now }, whole);
    const { definition, created } = await storeSecrets(tx, actor, given);
    const configurationId = configuration.id;
    await insertRevision(tx, actor, { configurationId, number: 1, message, definition, templates: [] });
    await recordAudit(tx, actor, {
      action: "configuration.created",
      target: { type: "configuration", id: configurationId, name },
      ...(created.length > 0 ? { detail: { credentials: created.map(({ slug }) => slug) } } : {}),
    });
    return { id: configurationId, name, number: 1 };
  }, revisionTransaction);
  if (nodeFile !== undefined) dropHeldSecrets(nodeFile);
  return made;
};
