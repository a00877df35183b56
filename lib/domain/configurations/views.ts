import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import type { DiffRow } from "@/lib/domain/diff/lines";
import type { Change } from "@/lib/domain/registries/compare/change";
import type { Definition } from "@/lib/domain/registries/schema";

/** What a group is to a configuration that it uses. */
export type GroupLink = { id: string; name: string };

export type RevisionLine = {
  number: number;
  message: string;
  /** The number of the older revision that this one brought back. */
  restoredFrom: number | null;
  authorName: string;
  createdAt: string;
};

/** Nodes of one group, or of none, that hold the file of a revision as far as pushes told. */
export type RevisionHolding = {
  group: GroupLink | null;
  /** Whether the revision is what the group shall hold. */
  wanted: boolean;
  holding: number;
  /** Nodes of the group; without a group those that hold the file. */
  total: number;
};

export type HistoryLine = RevisionLine & {
  /** Changes against the revision before; null for the first. */
  changes: number | null;
  holdings: RevisionHolding[];
};

/** One page of the revisions of a configuration, newest first. */
export type RevisionHistory = {
  newest: number;
  lines: HistoryLine[];
  /** Revisions below this number are on the next page; null on the last. */
  older: number | null;
};

/** The lines of a template that is not the same in two revisions. */
export type TemplateDifference = { name: TemplateName; rows: DiffRow[] };

/** What differs between two revisions; secrets in it are masked. */
export type RevisionComparison = {
  from: RevisionLine;
  to: RevisionLine;
  changes: Change[];
  rows: DiffRow[];
  /** The file of the revision that is compared to. */
  text: string;
  templates: TemplateDifference[];
};

/** The containerd templates of one revision. */
export type TemplatesOfRevision = { number: number; authorName: string; templates: ManagedTemplate[] };

export type SavedTemplates = { number: number; changed: boolean; templates: ManagedTemplate[] };

export type ConfigurationLine = {
  id: string;
  name: string;
  description: string;
  /** Mirror names, then registry hosts, in the order of the file; each name once. */
  registries: string[];
  /** Names of the containerd templates of the newest revision. */
  templates: TemplateName[];
  revision: RevisionLine;
  groups: GroupLink[];
  archivedAt: string | null;
};

export type ConfigurationView = {
  id: string;
  name: string;
  description: string;
  archivedAt: string | null;
  revision: RevisionLine & { id: string };
  definition: Definition;
  groups: GroupLink[];
};

export type CreatedCredential = { slug: string; name: string };

export type SavedRevision = {
  number: number;
  changed: boolean;
  definition: Definition;
  createdCredentials: CreatedCredential[];
};
