import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { fromForm, newMirror, toForm } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";
import { definitionFormSchema } from "@/lib/domain/registries/form-schema";
import { type Definition, definitionSchema } from "@/lib/domain/registries/schema";
import { runs } from "@/tests/support/runs";

const word = fc.string({ maxLength: 8, unit: "grapheme-ascii" });
const slug = fc.constantFrom("harbor-robot", "hub", "corp-ca");
const key = fc.constantFrom("docker.io", "*", "harbor.corp:8443", "[::1]:5000");
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const list = <Value>(item: fc.Arbitrary<Value>) => fc.array(item, { maxLength: 3 });

const authValue = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: word }),
  fc.record({ kind: fc.constant("secret" as const), slug }),
);
const fileValue = fc.oneof(
  fc.record({ kind: fc.constant("path" as const), path: word }),
  fc.record({ kind: fc.constant("certificate" as const), slug }),
);
const extras = list(fc.record({ key: word, value: authValue, note: word }));
const auth = fc.record({
  username: nullable(authValue),
  password: nullable(authValue),
  auth: nullable(authValue),
  identity_token: nullable(authValue),
  extras,
});
const tls = fc.record({
  ca_file: nullable(fileValue),
  cert_file: nullable(fileValue),
  key_file: nullable(fileValue),
  insecure_skip_verify: fc.boolean(),
  extras,
});
const mirror = fc.record({
  name: key,
  note: word,
  endpoints: nullable(list(fc.record({ url: word, note: word }))),
  rewrites: nullable(list(fc.record({ pattern: word, replacement: word, note: word }))),
  extras,
});
const registryHost = fc.record({ host: key, note: word, auth: nullable(auth), tls: nullable(tls), extras });
const definition: fc.Arbitrary<Definition> = fc.record({
  note: word,
  endNote: word,
  mirrorsNote: word,
  mirrors: nullable(list(mirror)),
  registryHostsNote: word,
  registryHosts: nullable(list(registryHost)),
  authsNote: word,
  auths: nullable(list(fc.record({ host: word, note: word, auth: nullable(auth) }))),
  extras,
});

describe("the form of a definition", () => {
  it("gives an untouched definition back as it was", () => {
    fc.assert(
      fc.property(definition, (each) => {
        expect(fromForm(toForm(each))).toEqual(each);
      }),
      runs(100),
    );
  });

  it("accepts every definition the save schema accepts", () => {
    fc.assert(
      fc.property(definition, (each) => {
        expect(definitionSchema.safeParse(each).success).toBe(true);
        expect(definitionFormSchema.safeParse(toForm(each)).success).toBe(true);
      }),
      runs(100),
    );
  });

  it("writes nothing for parts that were opened and left empty", () => {
    const form = toForm(emptyDefinition);
    const host = newRegistryHost("harbor.corp");
    const opened = { ...host, auth: { ...host.auth, mode: "typed" as const } };
    const saved = fromForm({ ...form, mirrors: [newMirror("docker.io")], registryHosts: [opened] });
    expect(saved.mirrors).toEqual([
      { name: "docker.io", note: "", endpoints: null, rewrites: null, extras: [] },
    ]);
    expect(saved.registryHosts).toEqual([
      { host: "harbor.corp", note: "", auth: null, tls: null, extras: [] },
    ]);
  });
});

describe("a credential as one choice", () => {
  const host = newRegistryHost("harbor.corp");
  const form = toForm(emptyDefinition);
  const authOf = (auth: typeof host.auth) =>
    fromForm({ ...form, registryHosts: [{ ...host, auth }] }).registryHosts?.[0]?.auth;

  it("takes every field the stored credential gives", () => {
    const stored = { ...host.auth, mode: "stored" as const, credential: "hub" };
    expect(authOf({ ...stored, storedFields: ["username", "password"] })).toMatchObject({
      username: { kind: "secret", slug: "hub" },
      password: { kind: "secret", slug: "hub" },
      auth: null,
    });
  });

  it("is refused while none is chosen, at the field that chooses", () => {
    const auth = { ...host.auth, mode: "stored" as const };
    const issues = definitionFormSchema.safeParse({ ...form, registryHosts: [{ ...host, auth }] }).error
      ?.issues;
    expect(issues).toMatchObject([{ path: ["registryHosts", 0, "auth", "credential"], message: "required" }]);
  });

  it("removes a value that was cleared and keeps one that was empty in the file", () => {
    const values = { ...host.auth.values, username: { ...host.auth.values.username, emptyKept: true } };
    expect(authOf({ ...host.auth, mode: "typed", values })?.username).toEqual({ kind: "text", text: "" });
    expect(authOf({ ...host.auth, mode: "typed" })).toBeNull();
  });
});
