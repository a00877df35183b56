import { describe, expect, it } from "vitest";
import {
  credentialFormSchema,
  emptyCredentialForm,
  toCreateCredential,
  toCredentialForm,
  toRotationForm,
  toUpdateCredential,
} from "@/lib/domain/credentials/form";
import type { CredentialView } from "@/lib/domain/credentials/schema";

const stored: CredentialView = {
  id: "c1",
  slug: "robot",
  name: "Robot",
  username: "mei",
  fields: ["username", "password", "token"],
  version: 3,
  updatedAt: "2026-11-03T10:00:00.000Z",
  createdByName: "mei",
  usedBy: [],
};

describe("the form of a credential", () => {
  it("sends only what was filled in", () => {
    const fields = { ...emptyCredentialForm.fields, password: "p" };
    expect(toCreateCredential({ name: "n", fields, kept: [] })).toEqual({
      name: "n",
      fields: { password: "p" },
    });
  });

  it("sends the name alone when no value was touched, so that no version is made", () => {
    expect(toUpdateCredential({ ...toCredentialForm(stored), name: "New" }, stored)).toEqual({ name: "New" });
  });

  it("keeps stored secrets beside a new one, and lets go of the removed", () => {
    const form = toCredentialForm(stored);
    const replaced = { ...form, kept: ["token"], fields: { ...form.fields, password: "new" } };
    expect(toUpdateCredential(replaced, stored)).toEqual({
      name: "Robot",
      fields: { username: "mei", password: "new" },
      keep: ["token"],
    });
    expect(toUpdateCredential({ ...form, kept: ["token"] }, stored)).toEqual({
      name: "Robot",
      fields: { username: "mei" },
      keep: ["token"],
    });
    const renamedUser = { ...form, fields: { ...form.fields, username: "tom" } };
    expect(toUpdateCredential(renamedUser, stored)).toMatchObject({ keep: ["password", "token"] });
  });

  it("asks for the secret anew in a rotation and keeps all else", () => {
    expect(toRotationForm(stored)).toEqual({ ...toCredentialForm(stored), kept: ["token"] });
    expect(toRotationForm({ ...stored, fields: ["username"] }).kept).toEqual([]);
  });

  it("asks for a value when there is none", () => {
    const result = credentialFormSchema.safeParse({ ...emptyCredentialForm, name: "n" });
    expect(result.error?.issues).toMatchObject([{ path: ["fields", "password"], message: "required" }]);
    expect(
      credentialFormSchema.safeParse({ ...emptyCredentialForm, name: "n", kept: ["password"] }).success,
    ).toBe(true);
  });
});
