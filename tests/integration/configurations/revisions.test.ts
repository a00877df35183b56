import { beforeAll, describe, expect, it } from "vitest";
import type { Definition } from "@/lib/domain/registries/schema";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";

temporaryDatabase();

const editor = actorWith("editor");
const save = async (id: string, baseNumber: number, definition: Definition) => {
  const answer = await configurations.save(id, { baseNumber, definition, message: "why" });
  return { status: answer.status, body: await answer.json() };
};
const issuesOf = async (definition: unknown) => {
  const answer = await configurations.save(await created(crypto.randomUUID()), { baseNumber: 1, definition });
  expect(answer.status).toBe(400);
  const { error } = await answer.json();
  return error.issues.map(({ path, code }: { path: unknown[]; code: string }) => [path.join("/"), code]);
};

beforeAll(async () => {
  await createCredential(
    { name: "robot", slug: "robot", fields: { username: "u", password: "stored-secret" } },
    editor,
  );
});

describe("saving a revision", () => {
  it("counts up, and makes none when nothing differs", async () => {
    const id = await created("counted");
    const definition = define({ mirrors: [mirror("docker.io", "https://a.example.com")] });
    const first = await save(id, 1, definition);
    expect(first.body).toEqual({ number: 2, changed: true, definition, createdCredentials: [] });
    expect((await save(id, 2, definition)).body).toMatchObject({ number: 2, changed: false });
    expect((await save(id, 1, definition)).body).toMatchObject({ number: 2, changed: false });
    expect(await db().revision.count({ where: { configurationId: id } })).toBe(2);
    const reordered = define({ mirrors: [mirror("quay.io"), mirror("docker.io", "https://a.example.com")] });
    expect((await save(id, 2, reordered)).body).toMatchObject({ number: 3, changed: true });
  });

  it("leaves older ones to be read, so that an edit of one can be brought up to date", async () => {
    const id = await created("older");
    await save(id, 1, define({ note: "second" }));
    const read = async (query: string) => (await configurations.get(id, "viewer", query)).json();
    expect(await read("?revision=1")).toMatchObject({ revision: { number: 1 }, definition: { note: "" } });
    expect(await read("")).toMatchObject({ revision: { number: 2 }, definition: { note: "second" } });
    expect((await read("?revision=3")).error).toMatchObject({ reason: "revisionNotFound" });
    expect((await read("?revision=x")).error).toMatchObject({ code: "invalid" });
  });

  it("refuses to overwrite what someone saved meanwhile", async () => {
    const id = await created("contested");
    await save(id, 1, define({ note: "mine" }));
    const { status, body } = await save(id, 1, define({ note: "theirs" }));
    expect(status).toBe(409);
    expect(body.error).toMatchObject({
      reason: "revisionConflict",
      params: { number: 2, authorName: "editor" },
    });
  });

  it("lets one of many savers at once win", async () => {
    const id = await created("raced");
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => save(id, 1, define({ note: `saver ${index}` }))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.error?.reason === "revisionConflict")).toHaveLength(5);
    expect(await db().revision.count({ where: { configurationId: id } })).toBe(2);
  });

  it("seals each secret in a new credential and refers to it", async () => {
    const auth = { username: text("mei"), password: text("inline-secret") };
    const extra = { key: "token", value: text("other-secret"), note: "" };
    const id = await created("sealed");
    const { body } = await save(
      id,
      1,
      define({ registryHosts: [host("harbor.corp:8443", auth), host("b.example.com", { extras: [extra] })] }),
    );
    expect(body.createdCredentials).toEqual([
      { slug: "harbor-corp-8443", name: "harbor.corp:8443" },
      { slug: "b-example-com", name: "b.example.com" },
    ]);
    const [first, second] = body.definition.registryHosts;
    expect(first.auth.password).toEqual(secret("harbor-corp-8443"));
    expect(second.auth.extras[0].value).toEqual(secret("b-example-com"));
    expect((await save(id, 2, body.definition)).body.changed).toBe(false);
    const again = await save(id, 2, define({ registryHosts: [host("harbor.corp:8443", auth)] }));
    expect(again.body.createdCredentials[0].slug).toBe("harbor-corp-8443-2");
    expect(JSON.stringify(again.body)).not.toContain("inline-secret");
  });

  it("keeps nothing of a save that was refused", async () => {
    const before = await db().credential.count();
    const refused = host("x.example.com", { password: text("p") });
    await issuesOf(define({ registryHosts: [refused, host("y", { password: secret("nobody") })] }));
    expect(await db().credential.count()).toBe(before);
  });

  it("refuses names nothing answers to, at their places", async () => {
    const tls = { cert_file: null, key_file: null, insecure_skip_verify: false, extras: [] };
    const ca_file = { kind: "certificate", slug: "nobody" } as const;
    const registryHosts = [
      host("a", { username: secret("robot"), password: secret("robot") }),
      host("b", { password: secret("nobody") }),
      host("c", { auth: secret("robot") }),
      host("d", null, { tls: { ...tls, ca_file } }),
      host("e", null, { extras: [{ key: "password", value: secret("robot"), note: "" }] }),
    ];
    expect(await issuesOf(define({ registryHosts }))).toEqual([
      ["definition/registryHosts/4/extras/0/value", "unknown-credential"],
      ["definition/registryHosts/1/auth/password", "unknown-credential"],
      ["definition/registryHosts/2/auth/auth", "unknown-credential"],
      ["definition/registryHosts/3/tls/ca_file", "unknown-certificate"],
    ]);
  });

  it("refuses a name that stands twice, at the later entry", async () => {
    const definition = define({
      mirrors: [mirror("docker.io"), mirror("quay.io"), mirror("docker.io")],
      registryHosts: [host("h", null), host("h", null)],
    });
    expect(await issuesOf(definition)).toEqual([
      ["definition/mirrors/2/name", "duplicate-name"],
      ["definition/registryHosts/1/host", "duplicate-name"],
    ]);
  });

  it("refuses secrets that no field of a credential can hold", async () => {
    const nested = { key: "auth", value: text("{username: a, password: b}"), note: "" };
    const inList = { key: "tokens", value: text("[a, b]"), note: "" };
    const definition = define({
      mirrors: [{ ...mirror("docker.io"), extras: [nested] }],
      registryHosts: [host("h", { extras: [inList, { ...inList, key: "none", value: text("[]") }] })],
    });
    expect(await issuesOf(definition)).toEqual([
      ["definition/mirrors/0/extras/0/value", "secret-unsealed"],
      ["definition/registryHosts/0/auth/extras/0/value", "secret-unsealed"],
    ]);
  });

  it("answers hostile definitions with the places that are wrong", async () => {
    const hostile = { ...mirror(".."), endpoints: [{ url: "https://a\u0000b", note: "" }] };
    const issues = await issuesOf({ ...define({ mirrors: [hostile] }), __proto__: null, surprise: 1 });
    expect(issues).toEqual(
      expect.arrayContaining([
        ["definition/mirrors/0/name", "unsafe-key"],
        ["definition/mirrors/0/endpoints/0/url", "control-character"],
        ["definition/surprise", "unknown-key"],
      ]),
    );
    expect((await configurations.save("nobody", { baseNumber: 1, definition: define({}) })).status).toBe(404);
  });

  it("stores a thousand mirrors through the route", async () => {
    const id = await created("large");
    const mirrors = Array.from({ length: 1000 }, (_, index) =>
      mirror(`r${index}.example.com`, `https://a${index}.example.com`, `https://b${index}.example.com`),
    );
    expect((await save(id, 1, define({ mirrors }))).status).toBe(200);
  });
});
