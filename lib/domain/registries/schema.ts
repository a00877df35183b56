import * as z from "zod/mini";
import { slugPattern } from "./fields";

/** Immutable name of a credential or certificate, as it stands in a placeholder. */
export const slugSchema = z.string().check(z.regex(slugPattern));

// Sizes are generous bounds against abuse, not rules of the format: K3s itself has none.
const text = (max: number) =>
  z.string().check(z.maxLength(max), z.regex(/^[\P{Cc}\t\n\r]*$/u, "control-character"));
const line = (max: number) => z.string().check(z.maxLength(max), z.regex(/^\P{Cc}*$/u, "control-character"));

/** Comment lines of an entry without their `#`, joined by `\n`; empty means none. */
const note = text(8192);

/**
 * A value of an auth block: text written into the file, or a field of a stored credential. Which field is told
 * by the place the value stands at, so a placeholder can never resolve in a field it was not made for.
 */
export const authValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), text: text(16384) }),
  z.strictObject({ kind: z.literal("secret"), slug: slugSchema }),
]);
export type AuthValue = z.infer<typeof authValueSchema>;

/** A TLS file: a path that exists on the node, or a stored certificate that Pullpath delivers and names. */
export const fileValueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("path"), path: line(4096) }),
  z.strictObject({ kind: z.literal("certificate"), slug: slugSchema }),
]);
export type FileValue = z.infer<typeof fileValueSchema>;

/** A key K3s does not read, kept so that nothing is lost. `value` is one line of YAML flow text. */
export const extraSchema = z.strictObject({ key: line(1024), value: authValueSchema, note });
export type Extra = z.infer<typeof extraSchema>;

export const authSchema = z.strictObject({
  username: z.nullable(authValueSchema),
  password: z.nullable(authValueSchema),
  auth: z.nullable(authValueSchema),
  identity_token: z.nullable(authValueSchema),
  extras: z.array(extraSchema).check(z.maxLength(100)),
});
export type Auth = z.infer<typeof authSchema>;

export const tlsSchema = z.strictObject({
  ca_file: z.nullable(fileValueSchema),
  cert_file: z.nullable(fileValueSchema),
  key_file: z.nullable(fileValueSchema),
  insecure_skip_verify: z.boolean(),
  extras: z.array(extraSchema).check(z.maxLength(100)),
});
export type Tls = z.infer<typeof tlsSchema>;

export const endpointSchema = z.strictObject({ url: line(4096), note });
export type Endpoint = z.infer<typeof endpointSchema>;

export const rewriteSchema = z.strictObject({ pattern: text(4096), replacement: text(4096), note });
export type Rewrite = z.infer<typeof rewriteSchema>;

/**
 * A key that K3s joins into a directory name unchecked and then deletes recursively: one that is empty, `..` or
 * holds a slash would leave `certs.d` (k3s pkg/agent/containerd/config.go, af977ad). It is refused, never stored.
 */
export const registryKeySchema = line(1024).check(
  z.refine((key) => key !== "" && key !== "." && key !== ".." && !/[/\\]/.test(key), "unsafe-key"),
);

export const mirrorSchema = z.strictObject({
  name: registryKeySchema,
  note,
  /** null: the key is absent or null; []: written as an empty list. K3s's decoder tells them apart. */
  endpoints: z.nullable(z.array(endpointSchema).check(z.maxLength(1000))),
  rewrites: z.nullable(z.array(rewriteSchema).check(z.maxLength(1000))),
  extras: z.array(extraSchema).check(z.maxLength(100)),
});
export type Mirror = z.infer<typeof mirrorSchema>;

export const registryHostSchema = z.strictObject({
  host: registryKeySchema,
  note,
  auth: z.nullable(authSchema),
  tls: z.nullable(tlsSchema),
  extras: z.array(extraSchema).check(z.maxLength(100)),
});
export type RegistryHost = z.infer<typeof registryHostSchema>;

/** An entry under the top-level key `auths`, which K3s parses and never uses; its key may be a URL. */
export const legacyAuthSchema = z.strictObject({ host: line(4096), note, auth: z.nullable(authSchema) });
export type LegacyAuth = z.infer<typeof legacyAuthSchema>;

/** One `registries.yaml` as data: what is stored, edited and rendered. Lists are null where the file has no such key. */
export const definitionSchema = z.strictObject({
  note,
  endNote: note,
  mirrorsNote: note,
  mirrors: z.nullable(z.array(mirrorSchema).check(z.maxLength(20000))),
  registryHostsNote: note,
  registryHosts: z.nullable(z.array(registryHostSchema).check(z.maxLength(20000))),
  authsNote: note,
  auths: z.nullable(z.array(legacyAuthSchema).check(z.maxLength(1000))),
  extras: z.array(extraSchema).check(z.maxLength(100)),
});
export type Definition = z.infer<typeof definitionSchema>;
