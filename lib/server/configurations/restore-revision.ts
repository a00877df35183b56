import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { RestoreRevision } from "@/lib/domain/configurations/schema";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { appendRevision, conflictWith } from "./append-revision";
import { loadDefinition } from "./definition-store";
import { insertRevision } from "./insert-revision";
import { getRevision } from "./queries";
import { loadTemplates } from "./template-store";

type Input = RestoreRevision & { id: string };
type Restored = { number: number; changed: boolean };

/**
 * Saves the definition and the templates of an older revision as the next one; nothing is taken back from the record.
 * Credentials and certificates it names have the values they have now, and one that was deleted since stops it.
 */
export const restoreRevision = async (input: Input, actor: Actor): Promise<Restored> => {
  authorize(actor, "definitions:write");
  return appendRevision(input, (tx) => restore(tx, input, actor));
};

const loadContent = async (tx: Tx, revisionId: string) => ({
  definition: await loadDefinition(tx, revisionId),
  templates: await loadTemplates(tx, revisionId),
});

const restore = async (tx: Tx, input: Input, actor: Actor): Promise<Restored> => {
  const { id, baseNumber } = input;
  const newest = await getRevision(tx, id);
  if (newest.configuration.archivedAt) throw new AppError("conflict", "configurationArchived");
  const old = await getRevision(tx, id, input.number);
  if (newest.number !== baseNumber) throw conflictWith(newest);
  const content = await loadContent(tx, old.id);
  if (isDeepStrictEqual(content, await loadContent(tx, newest.id))) {
    return { number: newest.number, changed: false };
  }
  const number = newest.number + 1;
  const revision = { configurationId: id, number, message: "", restoredFrom: old.number, ...content };
  try {
    await insertRevision(tx, actor, revision);
  } catch (error) {
    throw toRefusal(error, old.number);
  }
  await tx.configuration.update({ where: { id }, data: { updatedAt: new Date() } });
  await recordAudit(tx, actor, {
    action: "revision.restored",
    target: { type: "configuration", id, name: newest.configuration.name },
    detail: { number, restoredFrom: old.number },
  });
  return { number, changed: true };
};

/** There are no fields to correct here, so what is missing is named in the refusal itself. */
const toRefusal = (error: unknown, number: number): unknown => {
  if (!(error instanceof AppError) || error.reason !== "definitionRefused") return error;
  const names = [...new Set(error.issues.flatMap(({ params }) => params?.["slug"] ?? []))];
  if (names.length === 0) return error;
  return new AppError("conflict", "revisionNotRestorable", {
    params: { number, names: names.join(", ") },
    cause: error,
  });
};
