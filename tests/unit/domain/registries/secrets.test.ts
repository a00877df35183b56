import { describe, expect, test } from "vitest";
import {
  certificateSlugs,
  credentialSlugs,
  liftSecrets,
  ownedPath,
  suggestSlug,
} from "@/lib/domain/registries/secrets";
import { summarise } from "@/lib/domain/registries/summary";
import { definitionOf } from "@/tests/support/definitions";

const file = `# note
mirrors:
  a: {endpoint: [x, y], rewrite: {a: b}, foo: 1}
configs:
  harbor.corp:8443:
    auth: {username: ci, password: p1, token: "t # 1"}
    tls: {ca_file: /ca, key_file: /etc/rancher/pullpath/tls/by-name/edge.key}
  quay.io:
    auth: {username: anonymous}
  stored: # note
    auth: {password: "{{secret:old.password}}"}
auths:
  https://quay.io: {auth: YTpi}
`;

describe("liftSecrets", () => {
  const lifted = liftSecrets(definitionOf(file), (_host, suggested) => `${suggested}-2`);

  test("makes one credential for each login with a secret in it", () => {
    expect(lifted.credentials).toEqual([
      {
        slug: "harbor-corp-8443-2",
        suggestedName: "harbor.corp:8443",
        fields: { username: "ci", password: "p1", token: "t # 1" },
      },
      { slug: "quay-io-2", suggestedName: "https://quay.io", fields: { auth: "YTpi" } },
    ]);
  });

  test("leaves no secret text behind, and the rest as it was", () => {
    const [harbor, quay, stored] = lifted.definition.registryHosts ?? [];
    const secret = { kind: "secret", slug: "harbor-corp-8443-2" };
    expect(harbor?.auth).toMatchObject({ username: secret, password: secret, extras: [{ value: secret }] });
    expect(quay?.auth?.username).toEqual({ kind: "text", text: "anonymous" });
    expect(stored?.auth?.password).toEqual({ kind: "secret", slug: "old" });
    expect(JSON.stringify(lifted.definition)).not.toMatch(/p1|t # 1|YTpi/);
  });

  test("does not change the definition it is given", () => {
    const definition = definitionOf(file);
    liftSecrets(definition, (_host, suggested) => suggested);
    expect(definition).toEqual(definitionOf(file));
  });

  test("finds the slugs a definition uses", () => {
    expect(credentialSlugs(lifted.definition)).toEqual(["harbor-corp-8443-2", "old", "quay-io-2"]);
    expect(certificateSlugs(lifted.definition)).toEqual(["edge"]);
  });
});

test.each([
  ["harbor.corp:8443", "harbor-corp-8443"],
  ["HTTPS://Old.example/v1/", "old-example-v1"],
  ["[::1]:5000", "1-5000"],
  ["*", "any-registry"],
  ["镜像", "registry"],
  [`${"a".repeat(62)}.b`, "a".repeat(62)],
])("suggests a slug for %s", (host, slug) => {
  expect(suggestSlug(host)).toBe(slug);
});

test("names delivered files by the start of their fingerprint", () => {
  expect(ownedPath("0123456789abcdef".repeat(4), "key")).toBe(
    "/etc/rancher/pullpath/tls/0123456789abcdef.key",
  );
});

test("counts what a file holds", () => {
  expect(summarise(definitionOf(file))).toEqual({
    mirrors: 1,
    endpoints: 2,
    rewrites: 1,
    registryHosts: 3,
    legacyAuths: 1,
    secrets: 4,
    tlsPaths: 1,
    certificates: 1,
    extras: 2,
    notes: 2,
  });
});
