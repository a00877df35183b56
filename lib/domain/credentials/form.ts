import * as z from "zod/mini";
import { type AuthField, authFields } from "@/lib/domain/registries/fields";
import {
  type CreateCredential,
  type CredentialView,
  storedNameSchema,
  type UpdateCredential,
} from "./schema";

const value = z.string().check(z.maxLength(16384), z.regex(/^[\P{Cc}\t\n\r]*$/u, "control-character"));

/** A login as the screen shows it: every field there, empty when unset. `kept` names stored values left as they are. */
export const credentialFormSchema = z
  .strictObject({
    name: storedNameSchema,
    fields: z.strictObject({ username: value, password: value, auth: value, identity_token: value }),
    kept: z.array(z.string()),
  })
  .check(
    z.refine(({ fields, kept }) => kept.length > 0 || Object.values(fields).some((text) => text !== ""), {
      path: ["fields", "password"],
      error: "required",
    }),
  );
export type CredentialForm = z.infer<typeof credentialFormSchema>;

export const emptyCredentialForm: CredentialForm = {
  name: "",
  fields: { username: "", password: "", auth: "", identity_token: "" },
  kept: [],
};

/** Stored secrets are kept until someone replaces or removes them; the user name is no secret and can be edited. */
export const toCredentialForm = (credential: CredentialView): CredentialForm => ({
  name: credential.name,
  fields: { ...emptyCredentialForm.fields, username: credential.username ?? "" },
  kept: credential.fields.filter((field) => field !== "username"),
});

/** As someone sees it who rotates the value: the secret is asked for, all else is kept. */
export const toRotationForm = (credential: CredentialView): CredentialForm => {
  const form = toCredentialForm(credential);
  const secret = authFields.find((field) => form.kept.includes(field));
  return { ...form, kept: form.kept.filter((field) => field !== secret) };
};

const filled = ({ fields }: CredentialForm): Partial<Record<AuthField, string>> =>
  Object.fromEntries(authFields.flatMap((field) => (fields[field] === "" ? [] : [[field, fields[field]]])));

export const toCreateCredential = (form: CredentialForm): CreateCredential => ({
  name: form.name,
  fields: { ...filled(form) },
});

/** A change of the name alone makes no new version. */
export const toUpdateCredential = (form: CredentialForm, before: CredentialView): UpdateCredential => {
  const fields = { ...filled(form) };
  const keep = form.kept.filter((field) => !(field in fields));
  const isUntouched =
    (fields.username ?? "") === (before.username ?? "") &&
    Object.keys(fields).every((field) => field === "username") &&
    before.fields.every((field) => field === "username" || keep.includes(field));
  return isUntouched ? { name: form.name } : { name: form.name, fields, keep };
};
