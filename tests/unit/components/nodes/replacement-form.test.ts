import { expect, it } from "vitest";
import { replacementFormSchema, toReplacementForm } from "@/components/nodes/replace-login/replacement-form";
import type { SshCredentialView } from "@/lib/domain/nodes/views";

const updatedAt = "2026-11-30T08:00:00.000Z";
const stored: SshCredentialView = {
  id: "c1",
  name: "fleet",
  kind: "key",
  username: "ops",
  publicKey: null,
  fingerprint: null,
  createdAt: updatedAt,
  createdByName: "mei",
  updatedAt,
  nodes: [],
  replacement: null,
};
const schema = replacementFormSchema(updatedAt);

it("begins with the same kind and user, and holds no secret", () => {
  expect(toReplacementForm(stored)).toMatchObject({ kind: "generate", username: "ops", privateKey: "" });
  expect(toReplacementForm({ ...stored, kind: "password" })).toMatchObject({
    kind: "password",
    password: "",
  });
});

it("sends only what its way needs, for the login that was seen", () => {
  const form = { ...toReplacementForm(stored), password: "typed before", privateKey: "too" };
  expect(schema.parse(form)).toEqual({ kind: "generate", username: "ops", updatedAt });
  expect(schema.parse({ ...form, kind: "key" })).toEqual({
    kind: "key",
    username: "ops",
    privateKey: "too",
    passphrase: null,
    updatedAt,
  });
});

it("refuses what is missing, at its field", () => {
  const asked = { ...toReplacementForm(stored), username: "-l" };
  const fieldsOf = (form: typeof asked) =>
    schema.safeParse(form).error?.issues.map(({ path }) => path.join("."));
  expect(fieldsOf({ ...asked, kind: "password" })).toEqual(["username", "password"]);
  expect(fieldsOf({ ...asked, kind: "key" })).toEqual(["username", "privateKey"]);
  expect(replacementFormSchema("yesterday").safeParse(toReplacementForm(stored)).success).toBe(false);
});
