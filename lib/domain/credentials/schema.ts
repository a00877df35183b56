import * as z from "zod/mini";
import { slugSchema } from "@/lib/domain/registries/schema";

export const storedNameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, "required"),
    z.maxLength(100),
    z.regex(/^[^\p{Cc}\p{Cs}]*$/u, "control-character"),
  );

/** A field is a key of an auth block: the four that K3s reads, or one it does not read and that was imported. */
const fieldNameSchema = z
  .string()
  .check(z.minLength(1, "required"), z.maxLength(1024), z.regex(/^\P{Cc}*$/u, "control-character"));

const fieldValueSchema = z
  .string()
  .check(z.minLength(1, "required"), z.maxLength(16384), z.regex(/^[\P{Cc}\t\n\r]*$/u, "control-character"));

const reservedNames = ["__proto__", "constructor", "prototype"];

/** Names that objects use for themselves: reading them into one would drop them without a word. */
const withoutReservedNames = z.unknown().check(({ value, issues }) => {
  if (typeof value !== "object" || value === null) return;
  for (const name of reservedNames)
    if (Object.hasOwn(value, name))
      issues.push({ code: "custom", message: "reserved-name", path: [name], input: value });
});

const credentialFieldsSchema = z.pipe(
  withoutReservedNames,
  z
    .record(fieldNameSchema, fieldValueSchema)
    .check(z.refine((fields) => Object.keys(fields).length <= 100, "too-many")),
);

export const createCredentialSchema = z.strictObject({
  name: storedNameSchema,
  slug: z.optional(slugSchema),
  fields: credentialFieldsSchema.check(z.refine((fields) => Object.keys(fields).length > 0, "required")),
});
export type CreateCredential = z.infer<typeof createCredentialSchema>;

/** `fields` make a new version; what `keep` names is taken over from the version before, unseen. */
export const updateCredentialSchema = z.strictObject({
  name: z.optional(storedNameSchema),
  fields: z.optional(credentialFieldsSchema),
  keep: z.optional(z.array(fieldNameSchema).check(z.maxLength(100))),
});
export type UpdateCredential = z.infer<typeof updateCredentialSchema>;

export type UsedBy = { configurationId: string; name: string };

/** What may be known of a credential. Its secret values are never part of it. */
export type CredentialView = {
  id: string;
  slug: string;
  name: string;
  username: string | null;
  fields: string[];
  version: number;
  updatedAt: string;
  createdByName: string;
  usedBy: UsedBy[];
};

/** `lastUsedAt`: when a push last took its value. */
export type CredentialLine = CredentialView & { lastUsedAt: string | null };
