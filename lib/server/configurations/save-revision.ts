import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { SaveRevision } from "@/lib/domain/configurations/schema";
import type { SavedRevision } from "@/lib/domain/configurations/views";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { appendRevision, conflictWith } from "./append-revision";
import { loadDefinition } from "./definition-store";
import { insertRevision } from "./insert-revision";
import { getRevision } from "./queries";
import { storeSecrets } from "./store-secrets";

type Input = SaveRevision & { id: string };

/**
 * Saves a definition as the next revision. Nothing new makes no revision; a revision that someone else saved since
 * the edit began makes a conflict, also when both saves are under way at once.
 */
export const saveRevision = async (input: Input, actor: Actor): Promise<SavedRevision> => {
  authorize(actor, "definitions:write");
  return appendRevision(input, (tx) => save(tx, input, actor));
};

const save = async (tx: Tx, input: Input, actor: Actor): Promise<SavedRevision> => {
  const { id, baseNumber, message = "" } = input;
  const newest = await getRevision(tx, id);
  const target = { type: "configuration", id, name: newest.configuration.name };
  if (newest.configuration.archivedAt) throw new AppError("conflict", "configurationArchived");
  const { definition, created } = await storeSecrets(tx, actor, input.definition);
  if (created.length === 0 && isDeepStrictEqual(definition, await loadDefinition(tx, newest.id))) {
    return { number: newest.number, changed: false, definition, createdCredentials: [] };
  }
  if (newest.number !== baseNumber) throw conflictWith(newest);
  const number = newest.number + 1;
  await insertRevision(tx, actor, { configurationId: id, number, message, definition });
  await tx.configuration.update({ where: { id }, data: { updatedAt: new Date() } });
  await recordAudit(tx, actor, {
    action: "revision.created",
    target,
    detail: { number, credentials: created.map(({ slug }) => slug) },
  });
  return { number, changed: true, definition, createdCredentials: created };
};
