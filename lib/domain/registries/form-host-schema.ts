import * as z from "zod/mini";
import { authFields } from "./fields";
import { endpointSchema, extraSchema, registryHostSchema, registryKeySchema, slugSchema } from "./schema";

/** The name of an entry; a field left empty is one that is missing, not one that is dangerous. */
export const registryKeyFormSchema = z.string().check(
  z.minLength(1, { error: "required", abort: true }),
  z.refine((key) => registryKeySchema.safeParse(key).success, "unsafe-key"),
);

const note = registryHostSchema.shape.note;
const extras = z.array(extraSchema).check(z.maxLength(100));
const isSlug = (slug: string) => slugSchema.safeParse(slug).success;

/** One value of an auth block. `emptyKept`: the file says `""` here, which an untouched form must give back. */
const authValueFormSchema = z.strictObject({
  kind: z.enum(["text", "secret"]),
  text: z.string().check(z.maxLength(16384), z.regex(/^[\P{Cc}\t\n\r]*$/u, "control-character")),
  slug: z.string(),
  emptyKept: z.boolean(),
});
export type AuthValueForm = z.infer<typeof authValueFormSchema>;

const authFormSchema = z
  .strictObject({
    mode: z.enum(["none", "stored", "typed"]),
    credential: z.string(),
    /** Fields the stored credential gives; the same for every registry host that uses it, unless written by hand. */
    storedFields: z.array(z.enum(authFields)),
    values: z.strictObject({
      username: authValueFormSchema,
      password: authValueFormSchema,
      auth: authValueFormSchema,
      identity_token: authValueFormSchema,
    }),
    emptyKept: z.boolean(),
    extras,
  })
  .check(
    z.refine((form) => form.mode !== "stored" || isSlug(form.credential), {
      error: "required",
      path: ["credential"],
    }),
  );
export type AuthForm = z.infer<typeof authFormSchema>;

const fileFormSchema = z
  .strictObject({
    source: z.enum(["none", "certificate", "path"]),
    slug: z.string(),
    path: endpointSchema.shape.url,
  })
  .check(
    z.refine((form) => form.source !== "certificate" || isSlug(form.slug), {
      error: "required",
      path: ["slug"],
    }),
  );
export type FileForm = z.infer<typeof fileFormSchema>;

const tlsFormSchema = z.strictObject({
  ca_file: fileFormSchema,
  cert_file: fileFormSchema,
  key_file: fileFormSchema,
  insecure_skip_verify: z.boolean(),
  emptyKept: z.boolean(),
  extras,
});
export type TlsForm = z.infer<typeof tlsFormSchema>;

export const registryHostFormSchema = z.strictObject({
  host: registryKeyFormSchema,
  note,
  auth: authFormSchema,
  tls: tlsFormSchema,
  extras,
});
export type RegistryHostForm = z.infer<typeof registryHostFormSchema>;
