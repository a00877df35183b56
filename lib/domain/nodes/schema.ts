import * as z from "zod/mini";
import { inventoryKinds, maxInventoryNodes } from "@/lib/domain/inventory/inventory";

/** A DNS name, an IPv4 or an IPv6 address: what ssh can reach, without brackets, user or port. */
export const hostSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(253),
    z.regex(/^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?$|^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*$/, "host"),
  );

const portSchema = z.number().check(z.int(), z.minimum(1), z.maximum(65535));

/** Bastions such as JumpServer put `@` into login names, so only what could be taken for an option or a break is refused. */
export const loginNameSchema = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(255), z.regex(/^[^\s\p{Cc}-][^\s\p{Cc}]*$/u, "login-name"));

export const nameSchema = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(100), z.regex(/^[^\p{Cc}\p{Cs}]*$/u, "control-character"));

export const idSchema = z.string().check(z.minLength(1), z.maxLength(64));
export const noteSchema = z.string().check(z.maxLength(8192));
const secret = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const nodeFields = {
  name: nameSchema,
  host: hostSchema,
  port: portSchema,
  username: loginNameSchema,
  sshCredentialId: idSchema,
  groupId: z.nullable(idSchema),
  /** The node that connections go through. */
  jumpId: z.nullable(idSchema),
  /** For sudo where it asks one; write-only. */
  sudoPassword: z.nullable(secret(1024)),
  note: noteSchema,
};

export const createNodeSchema = z.strictObject({
  ...nodeFields,
  name: z.optional(nodeFields.name),
  port: z._default(portSchema, 22),
  groupId: z._default(nodeFields.groupId, null),
  jumpId: z.optional(nodeFields.jumpId),
  sudoPassword: z._default(nodeFields.sudoPassword, null),
  note: z._default(noteSchema, ""),
});
export type CreateNode = z.infer<typeof createNodeSchema>;

/** Only what is present changes; `sudoPassword: null` removes the stored one. */
export const updateNodeSchema = z.partial(z.strictObject(nodeFields));
export type UpdateNode = z.infer<typeof updateNodeSchema>;

const importedNodeSchema = z.strictObject({
  name: nodeFields.name,
  host: hostSchema,
  port: portSchema,
  username: z._default(z.nullable(loginNameSchema), null),
  /** A group by its name, which is made when there is none. */
  group: z._default(z.nullable(nameSchema), null),
});

/** Many machines at once. `groupId` is the group of those that name none; `from` says what they were read from. */
export const importNodesSchema = z.strictObject({
  nodes: z.array(importedNodeSchema).check(z.minLength(1), z.maxLength(maxInventoryNodes)),
  sshCredentialId: idSchema,
  username: z._default(z.nullable(loginNameSchema), null),
  groupId: z._default(z.nullable(idSchema), null),
  /** The node they are all reached through. */
  jumpId: z.optional(z.nullable(idSchema)),
  from: z._default(z.enum(inventoryKinds), "lines"),
});
export type ImportNodes = z.infer<typeof importNodesSchema>;

/** Trust by the fingerprint a person compared: the key is fetched again and must still have it. */
export const trustHostKeySchema = z.strictObject({
  fingerprint: z.string().check(z.regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, "fingerprint")),
  /** Replacing a trusted key needs to be said. */
  replace: z._default(z.boolean(), false),
  /** Whose word it is: of who compared, or of the certificate that the machine shows for it. */
  by: z._default(z.enum(["person", "authority"]), "person"),
});

/** A list of patterns as in known_hosts, such as `*.example.com,!lab.example.com`. */
export const hostPatternsSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(1000),
    z.regex(/^!?[^\s,|!]+(?:,!?[^\s,|!]+)*$/, "host-patterns"),
  );

export const hostAuthoritySchema = z.strictObject({
  name: nameSchema,
  /** A public key, or the `@cert-authority` line of known_hosts that names it. */
  key: z.string().check(z.trim(), z.minLength(1), z.maxLength(16384)),
  /** By default those of the line, or all hosts. */
  patterns: z.optional(hostPatternsSchema),
});
export type NewHostAuthority = z.infer<typeof hostAuthoritySchema>;

/** What becomes of the host keys that an authority vouched for: nobody trusts them any more, or who deletes it does. */
export const deleteHostAuthoritySchema = z.object({ keys: z._default(z.enum(["forget", "keep"]), "forget") });

export const confirmClusterSchema = z.strictObject({ clusterId: z.nullable(idSchema) });

/** The three ways to come by a login. */
const loginWays = {
  generate: { kind: z.literal("generate"), username: loginNameSchema },
  key: {
    kind: z.literal("key"),
    username: loginNameSchema,
    privateKey: secret(65536),
    passphrase: z._default(z.nullable(secret(1024)), null),
  },
  password: { kind: z.literal("password"), username: loginNameSchema, password: secret(1024) },
};

export const sshCredentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...loginWays.generate, name: nameSchema }),
  z.strictObject({ ...loginWays.key, name: nameSchema }),
  z.strictObject({ ...loginWays.password, name: nameSchema }),
]);
export type NewSshCredential = z.infer<typeof sshCredentialSchema>;

/** `updatedAt` is that of the login which is meant, so that nobody replaces what somebody else stored meanwhile. */
const meant = { updatedAt: z.iso.datetime() };
export const sshReplacementSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...loginWays.generate, ...meant }),
  z.strictObject({ ...loginWays.key, ...meant }),
  z.strictObject({ ...loginWays.password, ...meant }),
]);
export type NewSshReplacement = z.infer<typeof sshReplacementSchema>;

/** Nodes that refused the login when it was tried are left behind only if that is said. */
export const replaceSshCredentialSchema = z.strictObject({ refusedAccepted: z._default(z.boolean(), false) });
export type ReplaceSshCredential = z.infer<typeof replaceSshCredentialSchema>;

export const renameSchema = z.strictObject({ name: nameSchema });
