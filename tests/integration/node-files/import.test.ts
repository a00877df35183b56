import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { tokenScopes } from "@/lib/domain/tokens/scopes";
import { listCertificates } from "@/lib/server/certificates/queries";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { getConfiguration, getRevision } from "@/lib/server/configurations/queries";
import { saveRevision } from "@/lib/server/configurations/save-revision";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin, registerNode } from "@/tests/support/fixtures";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin } from "@/tests/support/pushes";
import { auditText, readFrom, renderedWithSecrets, takenOver } from "./read-back";

temporaryDatabase();
const openssl = opensslFolder();
const secrets = ["hunter2-Password", "dG9rZW46c2VjcmV0", "tok-9f8e7d6c"];
const file = `# registries of the edge
mirrors:
  docker.io:
    endpoint:
      - "https://harbor.corp:8443"
configs:
  "harbor.corp:8443":
    auth:
      username: robot
      password: ${secrets[0]}
    tls:
      ca_file: /etc/ssl/corp/ca.pem
      cert_file: /etc/ssl/corp/client.pem
      key_file: /etc/ssl/corp/client.key
  "quay.corp":
    auth:
      auth: ${secrets[1]}
    tls:
      ca_file: /etc/ssl/corp/ca.pem
  "ghcr.corp":
    auth:
      identity_token: ${secrets[2]}
`;
let fleet: TestFleet;
let nodeId = "";

beforeAll(async () => {
  fleet = await startNodes([{ name: "edge-3", role: "agent", registries: file }]);
  const { id: sshCredentialId } = await passwordLogin("root", passwordOf("root"), admin);
  const node = fleet.get("edge-3");
  nodeId = (await registerNode(node, { sshCredentialId }, admin)).id;
  const client = openssl.makeCa("client");
  await node.write("/etc/ssl/corp/ca.pem", openssl.makeCa("corp-root").certificate, "0644");
  await node.write("/etc/ssl/corp/client.pem", client.certificate, "0644");
  await node.write("/etc/ssl/corp/client.key", client.key);
});
afterAll(() => fleet.stop());

it("tells what the file holds without any of its secrets", async () => {
  const read = await readFrom(nodeId);
  const text = JSON.stringify(read);
  for (const secret of [...secrets, "PRIVATE KEY"]) expect(text).not.toContain(secret);
  expect(read.path).toBe(fleet.get("edge-3").registriesPath);
  expect(text).toContain("registries of the edge");
  expect(text).toContain("robot");
  expect(read.tls.map(({ kind, hosts, take }) => [kind, hosts, take?.slug, take?.isStored])).toEqual([
    ["ca", ["harbor.corp:8443", "quay.corp"], "harbor-corp-8443-ca", false],
    ["client", ["harbor.corp:8443"], "harbor-corp-8443-client", false],
  ]);
  expect(read.tls[0]?.take?.facts.subject).toContain("corp-root");
});

describe("a saved import", () => {
  it("renders what the node has, with its secrets and its TLS files", async () => {
    const read = await readFrom(nodeId);
    const { id } = await createConfiguration(
      { name: "edge", definition: takenOver(read), message: "Imported from edge-3", nodeFile: read.hold },
      admin,
    );
    const { text, files } = await renderedWithSecrets(id);
    const paths = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("utf8")]));
    const node = fleet.get("edge-3");
    const deliveredAs = async (path: string) => {
      const content = await node.read(path);
      const same = [...paths].find(([, each]) => each.trim() === content.trim());
      expect(same, path).toBeDefined();
      return same?.[0] ?? "";
    };
    const expected = file
      .replaceAll("/etc/ssl/corp/ca.pem", await deliveredAs("/etc/ssl/corp/ca.pem"))
      .replaceAll("/etc/ssl/corp/client.pem", await deliveredAs("/etc/ssl/corp/client.pem"))
      .replaceAll("/etc/ssl/corp/client.key", await deliveredAs("/etc/ssl/corp/client.key"));
    expect(decode(text)).toEqual(decode(expected));
    expect((await getRevision(db(), id)).message).toBe("Imported from edge-3");
    const view = JSON.stringify(await getConfiguration(admin, id));
    for (const secret of secrets) expect(view).not.toContain(secret);
  });

  it("uses certificates again that are stored already", async () => {
    const read = await readFrom(nodeId);
    expect(read.tls.map(({ take }) => take?.isStored)).toEqual([true, true]);
    const definition = takenOver(read);
    await createConfiguration({ name: "edge again", definition, nodeFile: read.hold }, admin);
    expect(await listCertificates(admin)).toHaveLength(2);
  });

  it("becomes the next revision of a configuration that exists, its paths kept as chosen", async () => {
    const { id } = await createConfiguration({ name: "target" }, admin);
    const read = await readFrom(nodeId);
    const { definition, hold: nodeFile } = read;
    const saved = await saveRevision({ id, baseNumber: 1, definition, nodeFile, message: "m" }, admin);
    expect(saved).toMatchObject({ number: 2, changed: true });
    expect(saved.createdCredentials).toHaveLength(3);
    expect(decode((await renderedWithSecrets(id)).text)).toEqual(decode(file));
  });

  it("leaves the hold as it was when it is refused, and drops it when it is done", async () => {
    const { definition, hold: nodeFile } = await readFrom(nodeId);
    const input = { name: "edge", definition, nodeFile };
    await expect(createConfiguration(input, admin)).rejects.toMatchObject({ code: "conflict" });
    await createConfiguration({ ...input, name: "edge third" }, admin);
    await expect(createConfiguration({ ...input, name: "edge fourth" }, admin)).rejects.toMatchObject({
      reason: "nodeFileGone",
    });
  });
});

describe("what is held back", () => {
  it.each([
    ["another person", actorWith("admin", { userId: "somebody-else" })],
    ["another session of the same person", actorWith("admin", { sessionId: "another" })],
    [
      "a token of the same person",
      actorWith("admin", { sessionId: null, token: { id: "t", scopes: tokenScopes } }),
    ],
  ])("is nothing to %s", async (_who, other) => {
    const { definition, hold: nodeFile } = await readFrom(nodeId);
    await expect(createConfiguration({ name: "stolen", definition, nodeFile }, other)).rejects.toMatchObject({
      code: "conflict",
      reason: "nodeFileGone",
    });
  });

  it("is gone after a quarter of an hour", async () => {
    const now = new Date();
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const { definition, hold: nodeFile } = await readFrom(nodeId, admin, now);
    const save = (name: string, at: Date) => createConfiguration({ name, definition, nodeFile }, admin, at);
    await expect(save("too late", later(15))).rejects.toMatchObject({ reason: "nodeFileGone" });
    await expect(save("in time", later(14))).resolves.toMatchObject({ number: 1 });
  });

  it("never becomes a text that can be read", async () => {
    const { definition, hold: nodeFile } = await readFrom(nodeId);
    const auth = definition.registryHosts?.[0]?.auth;
    const note = auth?.password?.kind === "text" ? auth.password.text : "";
    expect(note).toContain(nodeFile);
    const input = { name: "readable", definition: { ...definition, note }, nodeFile };
    await expect(createConfiguration(input, admin)).rejects.toMatchObject({ reason: "nodeFileMisplaced" });
  });

  it("is refused when a certificate of that name was stored meanwhile", async () => {
    await fleet.get("edge-3").write("/etc/ssl/corp/ca.pem", openssl.makeCa("new-root").certificate, "0644");
    const [one, other] = [await readFrom(nodeId), await readFrom(nodeId)];
    await createConfiguration({ name: "first", definition: takenOver(one), nodeFile: one.hold }, admin);
    const late = { name: "second", definition: takenOver(other), nodeFile: other.hold };
    await expect(createConfiguration(late, admin)).rejects.toMatchObject({ reason: "nodeFileOutdated" });
  });
});

it("writes each reading into the audit log, and no secret with it", async () => {
  const text = await auditText();
  for (const secret of [...secrets, "PRIVATE KEY"]) expect(text).not.toContain(secret);
  const read = await db().auditEvent.findFirstOrThrow({ where: { action: "node.file-read" } });
  expect(read).toMatchObject({ targetId: nodeId, targetName: "edge-3", result: "ok", actorName: "admin" });
  expect(read.detail).toContain("/etc/ssl/corp/client.key");
});
