import "server-only";
import type { ConfigurationLine, ConfigurationView, RevisionLine } from "@/lib/domain/configurations/views";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { AppError, invariant } from "@/lib/domain/errors";
import { byName } from "@/lib/domain/named";
import type { Definition } from "@/lib/domain/registries/schema";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { loadDefinition } from "./definition-store";

export const revisionFields = {
  id: true,
  number: true,
  message: true,
  restoredFrom: true,
  authorName: true,
  createdAt: true,
} as const;
const position = { position: "asc" } as const;
const groupLink = { select: { id: true, name: true }, orderBy: { name: "asc" } } as const;

type RevisionRow = {
  number: number;
  message: string;
  restoredFrom: number | null;
  authorName: string;
  createdAt: Date;
};

export const toLine = (row: RevisionRow): RevisionLine => ({
  number: row.number,
  message: row.message,
  restoredFrom: row.restoredFrom,
  authorName: row.authorName,
  createdAt: row.createdAt.toISOString(),
});

/** Configurations in natural order, so that edge-2 precedes edge-10. */
export const listConfigurations = async (
  actor: Actor,
  { archived }: { archived: boolean },
): Promise<ConfigurationLine[]> => {
  authorize(actor, "read");
  const rows = await db().configuration.findMany({
    where: { archivedAt: archived ? { not: null } : null },
    include: {
      groups: groupLink,
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...revisionFields,
          mirrors: { orderBy: position, select: { name: true } },
          templates: { orderBy: { name: "asc" }, select: { name: true } },
          registryHosts: { where: { section: "configs" }, orderBy: position, select: { host: true } },
        },
      },
    },
  });
  const lines = rows.map(({ id, name, description, revisions: [revision], groups, archivedAt }) => {
    invariant(revision, "a configuration has a revision");
    const names = [
      ...revision.mirrors.map((row) => row.name),
      ...revision.registryHosts.map((row) => row.host),
    ];
    return {
      id,
      name,
      description,
      registries: [...new Set(names)],
      templates: revision.templates.map((template) => template.name as TemplateName),
      revision: toLine(revision),
      groups,
      archivedAt: archivedAt?.toISOString() ?? null,
    };
  });
  return lines.sort(byName);
};

/** A configuration with the revision of that number, or its newest. */
export const getConfiguration = async (
  actor: Actor,
  id: string,
  number?: number,
): Promise<ConfigurationView> => {
  authorize(actor, "read");
  const row = await db().configuration.findUnique({ where: { id }, include: { groups: groupLink } });
  if (!row) throw new AppError("not-found", "configurationNotFound");
  const revision = await getRevision(db(), id, number);
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    revision: { id: revision.id, ...toLine(revision) },
    definition: await loadDefinition(db(), revision.id),
    groups: row.groups,
  };
};

/** The revision of that number, or the newest. */
export const getRevision = async (source: Db | Tx, configurationId: string, number?: number) => {
  const revision = await source.revision.findFirst({
    where: { configurationId, ...(number === undefined ? {} : { number }) },
    orderBy: { number: "desc" },
    select: { ...revisionFields, configuration: { select: { name: true, archivedAt: true } } },
  });
  if (!revision) throw new AppError("not-found", number ? "revisionNotFound" : "configurationNotFound");
  return revision;
};

export const getRevisionDefinition = (revisionId: string): Promise<Definition> =>
  loadDefinition(db(), revisionId);

/** The revisions of a configuration, newest first. */
export const listRevisions = async (
  actor: Actor,
  configurationId: string,
): Promise<(RevisionLine & { id: string })[]> => {
  authorize(actor, "read");
  const rows = await db().revision.findMany({
    where: { configurationId },
    orderBy: { number: "desc" },
    select: revisionFields,
  });
  if (rows.length === 0) throw new AppError("not-found", "configurationNotFound");
  return rows.map((row) => ({ id: row.id, ...toLine(row) }));
};
