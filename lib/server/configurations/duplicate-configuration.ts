import "server-only";
import type { DuplicateConfiguration } from "@/lib/domain/configurations/schema";
import { nameKeyOf } from "@/lib/domain/named";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { loadDefinition } from "./definition-store";
import { insertRevision, revisionTransaction } from "./insert-revision";
import { refuseTakenName } from "./name";
import { getRevision } from "./queries";
import { loadTemplates } from "./template-store";

type Input = DuplicateConfiguration & { id: string };

/** Makes a configuration whose first revision is the newest of another; credentials are shared, not copied. */
export const duplicateConfiguration = ({ id, name }: Input, actor: Actor): Promise<{ id: string }> => {
  authorize(actor, "definitions:write");
  return db().$transaction(async (tx) => {
    const revision = await getRevision(tx, id);
    await refuseTakenName(tx, name);
    const source = await tx.configuration.findUniqueOrThrow({ where: { id } });
    const copy = await tx.configuration.create({
      data: { name, nameKey: nameKeyOf(name), description: source.description },
      select: { id: true },
    });
    const definition = await loadDefinition(tx, revision.id);
    const templates = await loadTemplates(tx, revision.id);
    const first = { configurationId: copy.id, number: 1, message: "", definition, templates };
    await insertRevision(tx, actor, first);
    await recordAudit(tx, actor, {
      action: "configuration.duplicated",
      target: { type: "configuration", id: copy.id, name },
      detail: { source: source.name, revision: revision.number },
    });
    return copy;
  }, revisionTransaction);
};
