import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { SaveRevision } from "@/lib/domain/configurations/schema";
import type { SavedRevision } from "@/lib/domain/configurations/views";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { dropHeldSecrets } from "@/lib/server/node-files/holds";
import { putHeldBack } from "@/lib/server/node-files/put-back";
import { appendRevision, conflictWith } from "./append-revision";
import { loadDefinition } from "./definition-store";
import { insertRevision } from "./insert-revision";
import { getRevision } from "./queries";
import { storeSecrets } from "./store-secrets";
import { loadTemplates } from "./template-store";

type Input = SaveRevision & { id: string };

/**
 * Saves a definition as the next revision, which keeps the templates of the one before. Nothing new makes no revision;
 * a revision that someone else saved since the edit began makes a conflict, also when both saves are under way at once.
 */
export const saveRevision = async (input: Input, actor: Actor, now = new Date()): Promise<SavedRevision> => {
  authorize(actor, "definitions:write");
  const saved = await appendRevision(input, (tx) => save(tx, input, { actor, now }));
  if (input.nodeFile !== undefined) dropHeldSecrets(input.nodeFile);
  return saved;
};

type Saver = { actor: Actor; now: Date };

const save = async (tx: Tx, input: Input, { actor, now }: Saver): Promise<SavedRevision> => {
  const { id, baseNumber, message = "" } = input;
  const newest = await getRevision(tx, id);
  const target = { type: "configuration", id, name: newest.configuration.name };
  if (newest.configuration.archivedAt) throw new AppError("conflict", "configurationArchived");
  const given = await putHeldBack(tx, { actor, now }, input);
  const { definition, created } = await storeSecrets(tx, actor, given);
  if (created.length === 0 && isDeepStrictEqual(definition, await loadDefinition(tx, newest.id))) {
    return { number: newest.number, changed: false, definition, createdCredentials: [] };
  }
  if (newest.number !== baseNumber) throw conflictWith(newest);
  const number = newest.number + 1;
  const templates = await loadTemplates(tx, newest.id);
  await insertRevision(tx, actor, { configurationId: id, number, message, definition, templates });
  await tx.configuration.update({ where: { id }, data: { updatedAt: new Date() } });
  await recordAudit(tx, actor, {
    action: "revision.created",
    target,
    detail: { number, credentials: created.map(({ slug }) => slug) },
  });
  return { number, changed: true, definition, createdCredentials: created };
};
