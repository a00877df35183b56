import type { Definition } from "@/lib/domain/registries/schema";
import { veilSecrets } from "@/lib/domain/registries/veil";

/** Unsaved work as a browser keeps it. There is no secret in it. */
export type Draft = {
  version: 1;
  /** When it was kept, in milliseconds. */
  savedAt: number;
  /** The revision the work began from; 0 for a configuration that is not stored yet. */
  baseNumber: number;
  name: string;
  message: string;
  /** With stand-ins in place of secrets. */
  definition: Definition;
  /** Whether a text that could not be read stood beside it, which is not kept: nobody can tell what in it is secret. */
  isPartial: boolean;
};

type Work = Omit<Draft, "version" | "definition"> & { definition: Definition; base: Definition };

export const toDraft = ({ definition, base, ...rest }: Work): Draft => ({
  ...rest,
  version: 1,
  definition: veilSecrets(definition, base),
});

/** Drafts of one configuration that are worth keeping. */
export const mostDrafts = 5;

export const newestFirst = <Held extends { draft: Draft }>(drafts: readonly Held[]): Held[] =>
  drafts.toSorted((one, other) => other.draft.savedAt - one.draft.savedAt);
