import * as z from "zod/mini";
import { type Definition, definitionSchema, emptyDefinition } from "@/lib/domain/registries/schema";
import { veilSecrets } from "@/lib/domain/registries/veil";

const fields = z.object({
  version: z.literal(1),
  savedAt: z.number(),
  baseNumber: z.number(),
  name: z.string(),
  message: z.string(),
  isPartial: z.boolean(),
});

/** Unsaved work as a browser keeps it. There is no secret in it. */
export type Draft = z.infer<typeof fields> & {
  /** When it was kept, in milliseconds. */
  savedAt: number;
  /** The revision the work began from; 0 for a configuration that is not stored yet. */
  baseNumber: number;
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

/** What tells a definition that is not one from one that is not finished yet. */
const shapeFaults: readonly string[] = [
  "invalid_type",
  "invalid_union",
  "invalid_value",
  "unrecognized_keys",
];

/** What a browser gave back, if it is a draft that this version understands. */
export function readDraft(value: unknown): Draft | null {
  const read = fields.safeParse(value);
  const definition = (value as { definition?: unknown } | null)?.definition;
  if (!read.success) return null;
  const { error } = definitionSchema.safeParse(definition);
  const isBroken = error?.issues.some(({ code }) => shapeFaults.includes(code)) ?? false;
  return isBroken
    ? null
    : { ...read.data, definition: { ...emptyDefinition, ...(definition as Definition) } };
}

const day = 24 * 60 * 60 * 1000;
const draftDays = 30;

export const isOver = (savedAt: number, now: number): boolean => now - savedAt > draftDays * day;

/** Drafts of one configuration that are worth keeping. */
export const mostDrafts = 5;

export const newestFirst = <Held extends { draft: Draft }>(drafts: readonly Held[]): Held[] =>
  drafts.toSorted((one, other) => other.draft.savedAt - one.draft.savedAt);
