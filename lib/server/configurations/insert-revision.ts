import "server-only";
import { randomUUID } from "node:crypto";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { insertDefinition } from "./definition-store";
import { revisionColumns } from "./definition-to-rows";
import { resolveReferences } from "./resolve-references";
import { insertTemplates } from "./template-store";

type NewRevision = {
  configurationId: string;
  number: number;
  message: string;
  /** The number of the revision that is brought back. */
  restoredFrom?: number;
  definition: Definition;
  templates: readonly ManagedTemplate[];
};

/** Two writers of the same number cannot both succeed: the pair is unique. */
export const insertRevision = async (tx: Tx, actor: Actor, revision: NewRevision): Promise<string> => {
  const { definition, templates, ...columns } = revision;
  const ids = await resolveReferences(tx, definition);
  const { id } = await tx.revision.create({
    data: { ...columns, authorName: actor.name, ...revisionColumns(definition) },
    select: { id: true },
  });
  await insertDefinition(tx, definition, { ...ids, revisionId: id, newId: randomUUID });
  await insertTemplates(tx, id, templates);
  return id;
};

/** A revision of many thousand entries takes longer than Prisma's default of five seconds on a slow disk. */
export const revisionTransaction = { timeout: 60_000, maxWait: 30_000 } as const;
