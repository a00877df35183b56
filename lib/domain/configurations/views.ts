import type { Definition } from "@/lib/domain/registries/schema";

/** What a group is to a configuration that it uses. */
export type GroupLink = { id: string; name: string };

export type RevisionLine = { number: number; message: string; authorName: string; createdAt: string };

export type ConfigurationLine = {
  id: string;
  name: string;
  description: string;
  /** Mirror names, then registry hosts, in the order of the file; each name once. */
  registries: string[];
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
