import * as z from "zod/mini";
import { managedTemplatesSchema } from "@/lib/domain/containerd-template/managed";
import { exportFormats } from "@/lib/domain/formats/export-format";
import { definitionSchema } from "@/lib/domain/registries/schema";
import { targetSchema } from "@/lib/domain/registries/target";
import { configurationNameSchema } from "./name";

const line = (max: number) => z.string().check(z.maxLength(max), z.regex(/^\P{Cc}*$/u, "control-character"));

const descriptionSchema = z
  .string()
  .check(z.trim(), z.maxLength(1000), z.regex(/^[\P{Cc}\t\n\r]*$/u, "control-character"));

const messageSchema = line(500);

/** Names what is held back of a node's file, where the definition came from one. */
const nodeFileSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const createConfigurationSchema = z.strictObject({
  name: configurationNameSchema,
  description: z.optional(descriptionSchema),
  /** Of its first revision. */
  message: z.optional(messageSchema),
  nodeFile: z.optional(nodeFileSchema),
  definition: z.optional(definitionSchema),
});
export type CreateConfiguration = z.infer<typeof createConfigurationSchema>;

export const updateConfigurationSchema = z.strictObject({
  name: z.optional(configurationNameSchema),
  description: z.optional(descriptionSchema),
  archived: z.optional(z.boolean()),
});
export type UpdateConfiguration = z.infer<typeof updateConfigurationSchema>;

/** The form that makes a configuration of an imported file. */
export const importConfigurationSchema = z.strictObject({
  name: configurationNameSchema,
  message: messageSchema,
});

export const duplicateConfigurationSchema = z.strictObject({ name: configurationNameSchema });
export type DuplicateConfiguration = z.infer<typeof duplicateConfigurationSchema>;

/** `baseNumber` is the revision the edit began from: a newer one makes the save a conflict, never an overwrite. */
export const saveRevisionSchema = z.strictObject({
  baseNumber: z.int().check(z.minimum(1)),
  message: z.optional(messageSchema),
  nodeFile: z.optional(nodeFileSchema),
  definition: definitionSchema,
});
export type SaveRevision = z.infer<typeof saveRevisionSchema>;

/** The next revision has exactly these templates, and the definition of the newest. */
export const saveTemplatesSchema = z.strictObject({
  baseNumber: z.int().check(z.minimum(1)),
  message: z.optional(messageSchema),
  templates: managedTemplatesSchema,
});
export type SaveTemplates = z.infer<typeof saveTemplatesSchema>;

/** `number` is brought back; `baseNumber` is the newest revision the reader knew. */
export const restoreRevisionSchema = z.strictObject({
  number: z.int().check(z.minimum(1)),
  baseNumber: z.int().check(z.minimum(1)),
});
export type RestoreRevision = z.infer<typeof restoreRevisionSchema>;

export const exportConfigurationSchema = z.strictObject({
  revision: z.optional(z.int().check(z.minimum(1))),
  format: z._default(z.enum(exportFormats), "registries-yaml"),
  /** Without them, a secret is a placeholder and private keys are left out. */
  secrets: z._default(z.boolean(), true),
  /** The node it is for, where the format depends on it. */
  target: z.optional(targetSchema),
});
export type ExportConfiguration = z.infer<typeof exportConfigurationSchema>;

/** A revision number in an address, where everything is text. */
export const revisionNumberSchema = z.string().check(z.regex(/^[1-9][0-9]{0,8}$/));

export const revisionQuerySchema = z.strictObject({ revision: z.optional(revisionNumberSchema) });

export const compareQuerySchema = z.strictObject({
  from: z.optional(revisionNumberSchema),
  to: z.optional(revisionNumberSchema),
});
