import * as z from "zod/mini";
import { registryHostFormSchema, registryKeyFormSchema } from "./form-host-schema";
import { definitionSchema, endpointSchema, legacyAuthSchema, rewriteSchema } from "./schema";

const { note, extras } = definitionSchema.shape;

/** `…EmptyKept`: the file has the key with an empty list, which an untouched form must give back as it was. */
export const mirrorFormSchema = z.strictObject({
  name: registryKeyFormSchema,
  note,
  endpoints: z.array(endpointSchema).check(z.maxLength(1000)),
  endpointsEmptyKept: z.boolean(),
  rewrites: z.array(rewriteSchema).check(z.maxLength(1000)),
  rewritesEmptyKept: z.boolean(),
  extras,
});
export type MirrorForm = z.infer<typeof mirrorFormSchema>;

/** A definition shaped like the screen: lists are always there, and a credential is one choice. */
export const definitionFormSchema = z.strictObject({
  note,
  endNote: note,
  mirrorsNote: note,
  mirrors: z.array(mirrorFormSchema).check(z.maxLength(20000)),
  mirrorsEmptyKept: z.boolean(),
  registryHostsNote: note,
  registryHosts: z.array(registryHostFormSchema).check(z.maxLength(20000)),
  registryHostsEmptyKept: z.boolean(),
  authsNote: note,
  auths: z.array(legacyAuthSchema).check(z.maxLength(1000)),
  authsEmptyKept: z.boolean(),
  extras,
});
export type DefinitionForm = z.infer<typeof definitionFormSchema>;
