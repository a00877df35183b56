import { beforeAll, describe, expect, it } from "vitest";
import type { FileValue } from "@/lib/domain/registries/schema";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { createLog } from "@/lib/server/log";
import { testRegistry } from "@/lib/server/registry-test/test-registry";
import { singleton } from "@/lib/server/singleton";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, secret } from "@/tests/support/definitions";
import { draft, endOf, someone } from "./ask";
import { makeAuthority } from "./certificates";
import { fleetOf } from "./fleet";
import { credentials, type Seen, serveHttp, serveSocket, serveTls, withLogin } from "./servers";

temporaryDatabase();
const lines: string[] = [];
singleton("log", () => createLog("debug", { write: (line: string) => void lines.push(line) }));
const make = makeAuthority();
const corp = make.authority("corp", "/O=Corp/CN=Corp Root");
const harbor = make.signed("harbor", { by: "corp", san: "IP:127.0.0.1" });
const client = make.signed("client", { by: "corp" });
const onNode = (path: string): FileValue => ({ kind: "path", path });

const { machine, idOf, askFrom } = fleetOf([{ name: "edge" }]);
const { username, password } = credentials;
const robot = { username: secret("robot"), password: secret("robot"), auth: null, identity_token: null };
const keyPath = "/etc/rancher/client.key";

beforeAll(async () => {
  await createCredential(
    { name: "Robot", slug: "robot", fields: { username, password } },
    actorWith("editor"),
  );
  await machine("edge").write("/etc/rancher/client.crt", client.cert);
  await machine("edge").write(keyPath, client.key);
  await machine("edge").write("/etc/rancher/ca.crt", corp.cert);
});

const newest = async (take: number) =>
  (await db().auditEvent.findMany({ orderBy: { id: "desc" }, take })).map(
    ({ action, targetName, detail }) => ({ action, targetName, detail: JSON.parse(detail ?? "{}") }),
  );

/** Makes the group of the node want a revision that sends the login to this host, as a push does. */
async function pushTo(name: string, authority: string): Promise<void> {
  const admin = actorWith("admin");
  const login = host(authority, { username: secret("robot"), password: secret("robot") });
  const definition = define({ registryHosts: [login] });
  const { id: configurationId } = await createConfiguration({ name: authority, definition }, admin);
  const { id } = await createGroup({ name, note: "", configurationId, nodeIds: [idOf(name)] }, admin);
  const { id: wantedRevisionId } = await db().revision.findFirstOrThrow({ where: { configurationId } });
  await db().group.update({ where: { id }, data: { wantedRevisionId } });
}

describe("a stored login", () => {
  it("goes by way of a node only where a push has given it to that node, and is written down before", async () => {
    const seen: Seen = [];
    const port = await serveHttp(withLogin(seen, { scheme: "bearer" }, "http"));
    const at = `127.0.0.1:${port}`;
    const test = () => askFrom("edge", { url: `http://${at}`, login: robot });
    const before = await test();
    expect(before.remarks).toEqual([{ code: "login-not-on-node", params: { host: at } }]);
    expect(seen.map(({ method }) => method)).toEqual(["GET", "GET"]);
    expect(await db().auditEvent.count({ where: { action: "credential.used" } })).toBe(0);

    await pushTo("edge", at);
    seen.length = 0;
    const result = await test();
    expect(endOf(result)).toBeNull();
    expect(seen.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
    expect(await newest(2)).toMatchObject([
      { action: "registry.tested", detail: { node: "edge" } },
      {
        action: "credential.used",
        targetName: "Robot",
        detail: { for: "registry-test", host: at, node: "edge" },
      },
    ]);
  });
});

describe("a private key of the node", () => {
  const tls = {
    ca: onNode("/etc/rancher/ca.crt"),
    client: { certificate: onNode("/etc/rancher/client.crt"), key: onNode(keyPath) },
  };

  it("answers a registry that wants a client certificate, and stays out of everything else", async () => {
    const port = await serveTls({ ...harbor, requestCert: true, rejectUnauthorized: true, ca: corp.cert });
    const result = await askFrom("edge", { url: `https://127.0.0.1:${port}`, tls });
    expect(endOf(result)).toBeNull();
    expect((await newest(2))[1]).toEqual({
      action: "node.key-used",
      targetName: "edge",
      detail: { for: "registry-test", host: `127.0.0.1:${port}`, node: "edge", path: keyPath },
    });
    const written = JSON.stringify([result, await db().auditEvent.findMany(), lines]);
    const heart = client.key.split("\n")[1] ?? "";
    for (const hidden of [heart, password]) expect(written).not.toContain(hidden);
    const found = await machine("edge").exec(["grep", "-rlF", password, "/root", "/etc", "/var/log", "/run"]);
    expect(found.stdout).toBe("");
  });

  it("that belongs to another certificate is said to be unusable", async () => {
    await machine("edge").write(keyPath, harbor.key);
    const url = `https://127.0.0.1:${await serveTls(harbor)}`;
    expect(endOf(await askFrom("edge", { url, tls }))?.code).toBe("client-certificate-unusable");
    await machine("edge").write(keyPath, client.cert);
    expect(endOf(await askFrom("edge", { url, tls }))).toMatchObject({
      code: "node-file-unreadable",
      params: { path: keyPath, kind: "key" },
    });
  });
});

describe("who may test", () => {
  const input = draft({ url: "http://169.254.0.1" });
  it.each([
    ["viewer", false, false],
    ["auditor", false, false],
    ["editor", true, false],
    ["operator", true, true],
    ["admin", true, true],
  ] as const)("as %s: from the server %s, from a node %s", async (role, here, there) => {
    const tested = async (nodeId?: string) => {
      const attempt = testRegistry(nodeId ? { ...input, nodeId } : input, actorWith(role));
      return attempt.then(
        () => true,
        (error) => error.reason !== "permissionMissing",
      );
    };
    expect([await tested(), await tested(idOf("edge"))]).toEqual([here, there]);
  });

  it("names a node that exists", async () => {
    await expect(testRegistry({ ...input, nodeId: "gone" }, someone())).rejects.toThrow("nodeNotFound");
  });

  it("may stop it on the way", async () => {
    const controller = new AbortController();
    const mute = await serveSocket((socket) => socket.once("data", () => controller.abort()));
    const running = askFrom("edge", { url: `http://127.0.0.1:${mute}` }, { signal: controller.signal });
    await expect(running).rejects.toMatchObject({ reason: "testStopped" });
    expect(await newest(1)).toMatchObject([{ action: "registry.tested", detail: { stopped: true } }]);
  });
});
