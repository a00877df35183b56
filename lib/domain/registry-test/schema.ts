import * as z from "zod/mini";
import {
  authValueSchema,
  endpointSchema,
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

const targetSchema = z.strictObject({
  url: endpointSchema.shape.url.check(z.minLength(1, "required")),
  login: z.nullable(loginSchema),
  tls: z.strictObject({
    ca: z.nullable(slugSchema),
    client: z.nullable(z.strictObject({ certificate: slugSchema, key: slugSchema })),
    skipVerify: z.boolean(),
  }),
});
/** What is tested: an address, with the credential and the certificates by their slugs. */
export type TestTarget = z.infer<typeof targetSchema>;

/** What stands on the page, or a place of a saved revision. `endpoint` null is the registry's own default endpoint. */
export const registryTestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("draft"), target: targetSchema }),
  z.strictObject({
    kind: z.literal("endpoint"),
    configurationId: id,
    revision: number(1),
    mirror: registryKeySchema,
    endpoint: z.nullable(number(0)),
  }),
  z.strictObject({
    kind: z.literal("host"),
    configurationId: id,
    revision: number(1),
    host: registryKeySchema,
  }),
]);
export type RegistryTestInput = z.infer<typeof registryTestSchema>;
