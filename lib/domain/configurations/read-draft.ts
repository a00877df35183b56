import * as z from "zod/mini";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { type Definition, definitionSchema } from "@/lib/domain/registries/schema";
import type { Draft } from "./draft";

const fields = z.object({
  version: z.literal(1),
  savedAt: z.number(),
  baseNumber: z.number(),
  name: z.string(),
  message: z.string(),
  isPartial: z.boolean(),
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
