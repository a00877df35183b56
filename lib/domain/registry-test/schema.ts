import * as z from "zod/mini";
import {
  authValueSchema,
  endpointSchema,
  fileValueSchema,
  registryKeySchema,
  slugSchema,
} from "@/lib/domain/registries/schema";

const number = (least: number) => z.int().check(z.minimum(least), z.maximum(1_000_000));
const id = z.string().check(z.minLength(1, "required"), z.maxLength(64));

/** A secret is named, never sent: only a user name may stand here as text. */
const secretSchema = z.nullable(z.strictObject({ kind: z.literal("secret"), slug: slugSchema }));

const loginSchema = z.strictObject({
  username: z.nullable(authValueSchema),
  password: secretSchema,
  auth: secretSchema,
  identity_token: secretSchema,
});
export type TargetLogin = z.infer<typeof loginSchema>;

/** The node that asks; without one this server does. */
const from = { nodeId: z.optional(id) };

const targetSchema = z.strictObject({
  url: endpointSchema.shape.url.check(z.minLength(1, "required")),
  login: z.nullable(loginSchema),
  tls: z.strictObject({
    ca: z.nullable(fileValueSchema),
    client: z.nullable(z.strictObject({ certificate: fileValueSchema, key: fileValueSchema })),
    skipVerify: z.boolean(),
  }),
});
/** What is tested: an address, with the credential by its slug, and TLS files by slug or by their path on nodes. */
export type TestTarget = z.infer<typeof targetSchema>;

/** What stands on the page, or a place of a saved revision. `endpoint` null is the registry's own default endpoint. */
export const registryTestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("draft"), target: targetSchema, ...from }),
  z.strictObject({
    kind: z.literal("endpoint"),
    configurationId: id,
    revision: number(1),
    mirror: registryKeySchema,
    endpoint: z.nullable(number(0)),
    ...from,
  }),
  z.strictObject({
    kind: z.literal("host"),
    configurationId: id,
    revision: number(1),
    host: registryKeySchema,
    ...from,
  }),
]);
export type RegistryTestInput = z.infer<typeof registryTestSchema>;
