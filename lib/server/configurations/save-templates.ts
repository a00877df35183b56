import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { SaveTemplates } from "@/lib/domain/configurations/schema";
import type { SavedTemplates } from "@/lib/domain/configurations/views";
import { byTemplateName, type ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { appendRevision, conflictWith } from "./append-revision";
import { loadDefinition } from "./definition-store";
import { insertRevision } from "./insert-revision";
import { getRevision } from "./queries";
import { loadTemplates } from "./template-store";

type Input = SaveTemplates & { id: string };

/**
 * Saves the templates of a configuration as the next revision, which keeps the definition of the one before. The same
 * templates make no revision; a revision that someone else saved since the edit began makes a conflict.
 */
export const saveTemplates = async (input: Input, actor: Actor): Promise<SavedTemplates> => {
  authorize(actor, "definitions:write");
  return appendRevision(input, (tx) => save(tx, input, actor));
};

const save = async (tx: Tx, input: Input, actor: Actor): Promise<SavedTemplates> => {
  const { id, baseNumber, message = "" } = input;
  const templates = input.templates.toSorted(byTemplateName);
  const newest = await getRevision(tx, id);
  if (newest.configuration.archivedAt) throw new AppError("conflict", "configurationArchived");
  if (isDeepStrictEqual(templates, await loadTemplates(tx, newest.id)))
    return { number: newest.number, changed: false, templates };
  if (newest.number !== baseNumber) throw conflictWith(newest);
  const number = newest.number + 1;
  const definition = await loadDefinition(tx, newest.id);
  await insertRevision(tx, actor, { configurationId: id, number, message, definition, templates });
  await tx.configuration.update({ where: { id }, data: { updatedAt: new Date() } });
  await recordAudit(tx, actor, {
    action: "revision.created",
    target: { type: "configuration", id, name: newest.configuration.name },
    detail: { number, templates: templates.map(toAudited) },
  });
  return { number, changed: true, templates };
};

/** A text may be anything, so only its size is recorded. */
const toAudited = ({ name, text }: ManagedTemplate): string => `${name}: ${Buffer.byteLength(text)} bytes`;
