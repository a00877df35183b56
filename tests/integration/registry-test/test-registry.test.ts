import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/registry-tests/route";
import { testsPerMinute } from "@/lib/domain/registry-test/pace";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { db } from "@/lib/server/db/client";
import { testRegistry } from "@/lib/server/registry-test/test-registry";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";
import { ask, draft, endOf, fakeLookup, someone } from "./ask";
import { asRegistry, credentials, type Seen, serveHttp, serveSocket, withLogin } from "./servers";

temporaryDatabase();
const world = { lookup: fakeLookup, allowLoopback: true };
const path = "/api/v1/registry-tests";
const { username, password } = credentials;

beforeAll(async () => {
  await createCredential(
    { name: "Robot", slug: "robot", fields: { username, password } },
    actorWith("editor"),
  );
});

const robot = { username: secret("robot"), password: secret("robot"), auth: null, identity_token: null };
const post = async (body: unknown, role: "editor" | "operator" = "operator") =>
  POST(await loggedInRequest(role, path, { method: "POST", body }));

describe("the route", () => {
  it("answers an editor too, and keeps loopback closed by itself", async () => {
    const port = await serveHttp(asRegistry);
    const answer = await post(draft({ url: `http://127.0.0.1:${port}` }), "editor");
    expect(answer.status).toBe(200);
    const result = await answer.json();
    expect(endOf(result)).toMatchObject({ code: "blocked-address", params: { why: "loopback" } });
    expect(Object.keys(result)).toEqual([
      "node",
      "url",
      "measuredAt",
      "ok",
      "ms",
      "steps",
      "certificates",
      "remarks",
    ]);
  });

  it.each([
    { ...draft({}).target, login: { ...robot, password: text("typed") } },
    { ...draft({}).target, url: "" },
    { ...draft({}).target, headers: { host: "x" } },
  ])("takes no secret and nothing unknown", async (target) => {
    expect((await post({ kind: "draft", target })).status).toBe(400);
  });

  it("says which stored secret is gone", async () => {
    const { id } = await createCredential(
      { name: "Gone", slug: "gone", fields: { password } },
      actorWith("editor"),
    );
    await deleteCredential(id, actorWith("editor"));
    const login = { ...robot, password: secret("gone") };
    const answer = await post(draft({ url: "https://harbor.local", login }));
    expect((await answer.json()).error).toMatchObject({
      reason: "credentialDeleted",
      params: { name: "gone" },
    });
  });
});

describe("a place of a saved revision", () => {
  const saved = async (port: number) =>
    created(
      `at-${port}`,
      define({
        mirrors: [mirror("quay.io", `http://harbor.local:${port}/v2/proxy`)],
        registryHosts: [
          host(`harbor.local:${port}`, robot, {
            tls: {
              ca_file: { kind: "path", path: "/etc/ca.crt" },
              cert_file: null,
              key_file: null,
              insecure_skip_verify: false,
              extras: [],
            },
          }),
        ],
      }),
    );

  it("is tested with the login and the certificates it has there", async () => {
    const seen: Seen = [];
    const port = await serveHttp(withLogin(seen, { scheme: "basic" }, "http"));
    const place = { configurationId: await saved(port), revision: 1 };
    for (const input of [
      { kind: "endpoint" as const, ...place, mirror: "quay.io", endpoint: 0 },
      { kind: "host" as const, ...place, host: `harbor.local:${port}` },
    ]) {
      const result = await testRegistry(input, someone(), world);
      expect(result).toMatchObject({
        ok: true,
        url: `http://harbor.local:${port}/v2/`,
        remarks: [{ code: "ca-on-node", params: { path: "/etc/ca.crt" } }],
      });
    }
    expect(seen.filter(({ authorization }) => authorization !== "")).toHaveLength(2);
  });

  it("may be the endpoint a registry has by itself", async () => {
    const place = { kind: "endpoint" as const, configurationId: await saved(2), revision: 1 };
    const fakeNames: string[] = [];
    const lookup = async (name: string) => {
      fakeNames.push(name);
      return [];
    };
    await testRegistry({ ...place, mirror: "quay.io", endpoint: null }, someone(), { ...world, lookup });
    expect(fakeNames).toEqual(["quay.io"]);
  });

  it("has to exist", async () => {
    const place = { configurationId: await saved(1), revision: 1 };
    for (const input of [
      { kind: "endpoint" as const, ...place, mirror: "quay.io", endpoint: 1 },
      { kind: "endpoint" as const, ...place, mirror: "docker.io", endpoint: null },
      { kind: "host" as const, ...place, host: "harbor.local" },
    ]) {
      await expect(testRegistry(input, someone(), world)).rejects.toThrow("testPlaceGone");
    }
    const later = { kind: "host" as const, ...place, revision: 2, host: "harbor.local" };
    await expect(testRegistry(later, someone(), world)).rejects.toThrow("revisionNotFound");
  });
});

describe("a stored secret", () => {
  it("is written down when it is used, and is in no answer and no record", async () => {
    const port = await serveHttp(
      withLogin([], { scheme: "bearer", realm: (own) => `${own}/token?secret=${password}` }, "http"),
    );
    const url = `http://user:${password}@harbor.local:${port}`;
    const result = await ask({ url, login: robot });
    expect(result.ok).toBe(true);
    const events = await db().auditEvent.findMany({ orderBy: { id: "desc" }, take: 2 });
    expect(events).toMatchObject([
      { action: "registry.tested", result: "ok", targetName: `harbor.local:${port}` },
      { action: "credential.used", targetType: "credential", targetName: "Robot" },
    ]);
    expect(JSON.parse(events[0]?.detail ?? "")).toEqual({
      url: `http://harbor.local:${port}/v2/`,
      loginHost: "harbor.local",
    });
    expect(JSON.parse(events[1]?.detail ?? "")).toEqual({
      for: "registry-test",
      host: `harbor.local:${port}`,
    });
    const written = JSON.stringify([result, events]);
    for (const hidden of [password, Buffer.from(password).toString("base64"), "a-token-that-was-given"]) {
      expect(written).not.toContain(hidden);
    }
  });

  it("is not taken out for what is refused", async () => {
    const before = await db().auditEvent.count({ where: { action: "credential.used" } });
    await expect(testRegistry(draft({ login: robot }), actorWith("viewer"), world)).rejects.toThrow(
      "permissionMissing",
    );
    expect(await db().auditEvent.count({ where: { action: "credential.used" } })).toBe(before);
  });
});

describe("a person who tests", () => {
  it("is asked to wait after many tests, alone", async () => {
    const actor = someone();
    const input = draft({ url: "http://169.254.0.1" });
    for (let count = 0; count < testsPerMinute; count += 1) await testRegistry(input, actor, world);
    await expect(testRegistry(input, actor, world)).rejects.toMatchObject({
      code: "throttled",
      reason: "tooManyTests",
    });
    await expect(testRegistry(input, someone(), world)).resolves.toMatchObject({ ok: false });
  });

  it("has few at once, and may stop them", async () => {
    const actor = someone();
    const controller = new AbortController();
    const mute = await serveSocket(() => undefined);
    const input = draft({ url: `http://harbor.local:${mute}` });
    const running = Array.from({ length: 4 }, () =>
      testRegistry(input, actor, { ...world, signal: controller.signal }),
    );
    const ends = Promise.allSettled(running);
    await expect(testRegistry(input, actor, world)).rejects.toMatchObject({ reason: "tooManyTests" });
    controller.abort();
    for (const end of await ends) expect(end).toMatchObject({ reason: { reason: "testStopped" } });
    await expect(testRegistry(draft({ url: "http://0.0.0.0" }), actor, world)).resolves.toBeDefined();
  });
});
