import "server-only";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import type { Db, Tx } from "@/lib/server/db/client";

/** The containerd templates of a revision, by name. */
export const loadTemplates = async (source: Db | Tx, revisionId: string): Promise<ManagedTemplate[]> => {
  const rows = await source.revisionTemplate.findMany({
    where: { revisionId },
    orderBy: { name: "asc" },
    select: { name: true, text: true },
  });
  // Only `insertTemplates` writes here.
  return rows.map(({ name, text }) => ({ name: name as TemplateName, text }));
};

export const insertTemplates = async (
  tx: Tx,
  revisionId: string,
  templates: readonly ManagedTemplate[],
): Promise<void> => {
  await tx.revisionTemplate.createMany({ data: templates.map((template) => ({ ...template, revisionId })) });
};
