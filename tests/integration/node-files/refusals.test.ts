import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NodeFile } from "@/lib/domain/node-files/views";
import { roles } from "@/lib/domain/people/roles";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { db } from "@/lib/server/db/client";
import { readNodeFile } from "@/lib/server/node-files/read-node-file";
import { actorWith } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin, registerNode } from "@/tests/support/fixtures";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { admin } from "@/tests/support/pushes";
import { auditText, readFrom } from "./read-back";

temporaryDatabase();
const openssl = opensslFolder();
let fleet: TestFleet;
let node: TestNode;
let nodeId = "";

beforeAll(async () => {
  fleet = await startNodes([
    { name: "edge-1", role: "agent" },
    { name: "bare", distribution: "none" },
  ]);
  const { id: sshCredentialId } = await passwordLogin("root", passwordOf("root"), admin);
  node = fleet.get("edge-1");
  nodeId = (await registerNode(node, { sshCredentialId }, admin)).id;
});
afterAll(() => fleet.stop());
beforeEach(() => node.remove(node.registriesPath));

const tls = (lines: Record<string, string>) =>
  `configs:\n  h.corp:\n    tls:\n${Object.entries(lines)
    .map(([key, path]) => `      ${key}: ${path}\n`)
    .join("")}`;

describe("a file that cannot be taken", () => {
  it("is told apart from none", async () => {
    const answer: NodeFile = { kind: "absent", path: node.registriesPath };
    expect(await readNodeFile(nodeId, admin)).toEqual(answer);
  });

  it("shows nothing of its text when K3s cannot read it, but the line", async () => {
    await node.write(node.registriesPath, 'configs:\n  h.corp:\n    auth:\n      password: "s3cr3t-x\n');
    const answer = await readNodeFile(nodeId, admin);
    expect(answer).toEqual({ kind: "broken", path: node.registriesPath, line: expect.any(Number) });
    await node.write(node.registriesPath, "configs:\n  h.corp:\n    auth: s3cr3t-x\n");
    expect(JSON.stringify(await readNodeFile(nodeId, admin))).not.toContain("s3cr3t-x");
    expect(await auditText()).not.toContain("s3cr3t-x");
  });

  it.each([
    ["larger than 1 MiB", `# ${"x".repeat(1024 * 1024)}\n`, { code: "tooLarge", size: 1024 * 1024 + 3 }],
    ["empty", "\n", { code: "empty" }],
  ])("is refused when it is %s", async (_what, text, failure) => {
    await node.write(node.registriesPath, text);
    expect(await readNodeFile(nodeId, admin)).toEqual({
      kind: "refused",
      path: node.registriesPath,
      failure,
    });
  });

  it("leaves the node without a fault, as the machine itself is well", async () => {
    await node.write(node.registriesPath, `# ${"x".repeat(1024 * 1024)}\n`);
    await readNodeFile(nodeId, admin);
    expect(await db().nodeFacts.findUniqueOrThrow({ where: { nodeId } })).toMatchObject({ fault: null });
  });
});

describe("TLS files", () => {
  it("stay paths where there is nothing to take, each with its reason", async () => {
    await node.write("/etc/ssl/big.pem", "x".repeat(65_537), "0644");
    await node.run(["mkdir", "-p", "/etc/ssl/folder"]);
    await node.run(["mkfifo", "/etc/ssl/pipe"]);
    await node.run(["ln", "-s", "/proc/self/status", "/etc/ssl/kernel"]);
    const file = [
      "/etc/ssl/none.pem",
      "/etc/ssl/big.pem",
      "/etc/ssl/folder",
      "/etc/ssl/pipe",
      "/etc/ssl/kernel",
      "relative.pem",
    ];
    const hosts = file.map((path, index) => `  h${index}.corp:\n    tls:\n      ca_file: ${path}\n`);
    await node.write(node.registriesPath, `configs:\n${hosts.join("")}`);
    const read = await readFrom(nodeId);
    expect(read.tls.map(({ take, unread }) => [take, unread[0]?.state])).toEqual([
      [null, "missing"],
      [null, "too-large"],
      [null, "unreadable"],
      [null, "unreadable"],
      [null, "unreadable"],
      [null, "not-asked"],
    ]);
    await expect(
      createConfiguration({ name: "paths", definition: read.definition, nodeFile: read.hold }, admin),
    ).resolves.toMatchObject({ number: 1 });
  });

  it("are no pair when the key belongs to another certificate, or is missing from the file", async () => {
    const [one, other] = [openssl.makeCa("one"), openssl.makeCa("other")];
    await node.write("/etc/ssl/one.pem", one.certificate);
    await node.write("/etc/ssl/other.key", other.key);
    const pair = tls({ cert_file: "/etc/ssl/one.pem", key_file: "/etc/ssl/other.key" });
    await node.write(node.registriesPath, pair);
    expect((await readFrom(nodeId)).tls[0]).toMatchObject({ take: null, refused: { code: "key-mismatch" } });
    await node.write(node.registriesPath, tls({ cert_file: "/etc/ssl/one.pem" }));
    expect((await readFrom(nodeId)).tls[0]).toMatchObject({
      take: null,
      refused: { code: "pair-incomplete" },
    });
  });

  it("tell nothing of a file that is no certificate", async () => {
    await node.write("/etc/ssl/not.pem", "root:$6$s3cr3t-hash\n");
    await node.write(node.registriesPath, tls({ ca_file: "/etc/ssl/not.pem" }));
    const read = await readFrom(nodeId);
    expect(read.tls[0]).toMatchObject({ take: null, refused: { code: "pem-not-pem" } });
    expect(JSON.stringify(read)).not.toContain("s3cr3t-hash");
  });

  it("are read by one pair of files that hold everything", async () => {
    const { certificate, key } = openssl.makeCa("both");
    await node.write("/etc/ssl/both.pem", `${key}${certificate}`);
    const both = { cert_file: "/etc/ssl/both.pem", key_file: "/etc/ssl/both.pem" };
    await node.write(node.registriesPath, tls(both));
    const read = await readFrom(nodeId);
    expect(read.tls[0]?.take?.facts).toMatchObject({ kind: "client", hasKey: true });
    expect(JSON.stringify(read)).not.toContain("PRIVATE KEY");
  });

  it("are read up to the 64th", async () => {
    const hosts = Array.from(
      { length: 66 },
      (_, n) => `  h${n}.corp:\n    tls:\n      ca_file: /etc/no/${n}\n`,
    );
    await node.write(node.registriesPath, `configs:\n${hosts.join("")}`);
    const states = (await readFrom(nodeId)).tls.map(({ unread }) => unread[0]?.state);
    expect(states.slice(62)).toEqual(["missing", "missing", "not-asked", "not-asked"]);
  });
});

it("leaves out what nothing would seal, and counts it", async () => {
  const file = `# old password: s3cr3t-note
mirrors:
  docker.io:
    endpoint:
      - "https://robot:s3cr3t-url@harbor.corp"
configs:
  h.corp:
    auth: {username: robot, password:s3cr3t-key}
  q.corp:
    password: s3cr3t-misplaced
    auth:
      username: robot
      password: s3cr3t #rest-of-it
`;
  await node.write(node.registriesPath, file);
  const read = await readFrom(nodeId);
  const text = JSON.stringify(read);
  for (const secret of ["s3cr3t", "rest-of-it"]) expect(text).not.toContain(secret);
  expect(read.leftOut).toEqual({ notes: 2, urls: 1, entries: 0, keys: 2 });
  await createConfiguration({ name: "sealed", definition: read.definition, nodeFile: read.hold }, admin);
});

describe("nodes", () => {
  it("without a service answer with that fault", async () => {
    const { id: sshCredentialId } = await passwordLogin("root", passwordOf("root"), admin);
    const { id } = await registerNode(fleet.get("bare"), { sshCredentialId }, admin);
    expect(await readNodeFile(id, admin)).toMatchObject({
      kind: "fault",
      fault: { code: "service-not-found" },
    });
  });

  it("that refuse the login answer with that fault, which is audited", async () => {
    const { id: sshCredentialId } = await passwordLogin("root", "wrong", admin);
    await db().node.update({ where: { id: nodeId }, data: { sshCredentialId } });
    expect(await readNodeFile(nodeId, admin)).toMatchObject({
      kind: "fault",
      fault: { code: "login-refused" },
    });
    const [last] = await db()
      .auditEvent.findMany({ where: { result: "failed" } })
      .then((all) => all.reverse());
    expect(last).toMatchObject({ action: "node.file-read", detail: '{"fault":"login-refused"}' });
  });

  it("that were deleted are not found", async () => {
    await expect(readNodeFile("gone", admin)).rejects.toMatchObject({ reason: "nodeNotFound" });
  });

  it.each(roles.filter((role) => role !== "admin"))("are closed to a %s", async (role) => {
    await expect(readNodeFile(nodeId, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
  });
});
