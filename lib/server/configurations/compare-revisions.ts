import "server-only";
import { references } from "@/lib/domain/configurations/references";
import type { RevisionComparison, TemplateDifference } from "@/lib/domain/configurations/views";
import { pairTemplates, type TemplatePair, templateChanges } from "@/lib/domain/containerd-template/compare";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { type DiffRow, foldUnchanged } from "@/lib/domain/diff/lines";
import { markWords } from "@/lib/domain/diff/words";
import type { Change } from "@/lib/domain/registries/compare/change";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import type { Versions } from "@/lib/domain/registries/compare/versions";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { certificateContext } from "@/lib/server/certificates/certificate-context";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { diffLines } from "@/lib/server/diff-lines";
import { secretLabel } from "@/lib/server/secret-label";
import { loadDefinition } from "./definition-store";
import { getRevision, toLine } from "./queries";
import { loadTemplates } from "./template-store";
import { versionsAt } from "./versions-at";

type Input = { id: string; from?: number | undefined; to?: number | undefined };

/** What differs between two revisions: by default between the newest and the one before it. */
export const compareRevisions = async (input: Input, actor: Actor): Promise<RevisionComparison> => {
  authorize(actor, "read");
  const to = await getRevision(db(), input.id, input.to);
  const from = await getRevision(db(), input.id, input.from ?? Math.max(1, to.number - 1));
  const [before, after] = [await loadComparable(db(), from), await loadComparable(db(), to)];
  const [oldText, text] = [await fileOf(before.definition), await fileOf(after.definition)];
  return {
    from: toLine(from),
    to: toLine(to),
    changes: changesBetween(before, after),
    rows: toRows(oldText, text),
    text,
    templates: pairTemplates(before.templates, after.templates).map(toDifference),
  };
};

type Comparable = { definition: Definition; versions: Versions; templates: ManagedTemplate[] };

/** A stored revision as it may be shown, and the versions of what it names when it was saved. */
export const loadComparable = async (
  source: Db | Tx,
  revision: { id: string; createdAt: Date },
): Promise<Comparable> => {
  const definition = await loadDefinition(source, revision.id);
  const versions = await versionsAt(source, definition, revision.createdAt);
  const templates = await loadTemplates(source, revision.id);
  return { definition: maskSecrets(definition, secretLabel), versions, templates };
};

export const changesBetween = (before: Comparable, after: Comparable): Change[] => [
  ...compareDefinitions(before.definition, after.definition, {
    before: before.versions,
    after: after.versions,
  }),
  ...templateChanges(pairTemplates(before.templates, after.templates)),
];

const toDifference = ({ name, before, after }: TemplatePair): TemplateDifference => ({
  name,
  rows: toRows(before, after),
});

const fileOf = async (definition: Definition): Promise<string> => {
  const slugs = references(definition).certificates.map(({ slug }) => slug);
  return render(definition, await certificateContext(slugs));
};

const toRows = (before: string, after: string): DiffRow[] =>
  before === after ? [] : foldUnchanged(markWords(diffLines(before, after)));
