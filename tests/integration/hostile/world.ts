import { hashPassword } from "better-auth/crypto";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { insertUser } from "@/lib/server/auth/user-rows";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { saveRevision } from "@/lib/server/configurations/save-revision";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { createNode } from "@/lib/server/nodes/create-node";
import { createPublicMirror } from "@/lib/server/public-mirrors/write-public-mirror";
import type { opensslFolder } from "@/tests/support/certificates";
import { host, mirror } from "@/tests/support/definitions";
import { passwordLogin } from "@/tests/support/fixtures";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { admin, quick } from "@/tests/support/pushes";

export const password = "violet-harbour-19-pines";
let made = 0;
/** A name that nothing has yet. */
export const fresh = (kind: string) => `${kind}-${++made}`;

async function makePeople() {
  const passwordHash = await hashPassword(password);
  const person = { passwordHash, mustChangePassword: false };
  await db().$transaction(async (tx) => {
    await insertUser(tx, { ...person, id: "user-admin", username: "admin", name: "admin", role: "admin" });
    await insertUser(tx, { ...person, id: "user-second", username: "second", name: "Second", role: "admin" });
    await insertUser(tx, { ...person, id: "user-other", username: "other", name: "Other", role: "viewer" });
  });
}

/** A node that refuses every connection at once: nothing listens there. */
async function makeNodes(sshCredentialId: string) {
  const login = { username: "root", sshCredentialId, groupId: null, sudoPassword: null, note: "" };
  const [node, spare] = await Promise.all(
    [1, 2].map((port) => createNode({ ...login, name: `node-${port}`, host: "127.0.0.1", port }, admin)),
  );
  if (!node || !spare) throw new Error("no nodes were made");
  const key = { algorithm: "ssh-ed25519", fingerprint: `SHA256:${"A".repeat(43)}`, publicKey: "AAAA" };
  await db().hostKey.create({ data: { nodeId: node.id, ...key, trustedByName: "admin" } });
  const cluster = await db().cluster.create({
    data: { name: "cluster", nameKey: "cluster", serverCa: "0".repeat(64) },
  });
  const group = await db().group.create({ data: { name: "empty", nameKey: "empty" } });
  return { node: node.id, spare: spare.id, cluster: cluster.id, emptyGroup: group.id };
}

type Pushed = { groupId: string; configurationId: string; nodeId: string };

/** A push that waits for a person, and one that ended with a node that needs hands. */
async function makePushes({ groupId, configurationId, nodeId }: Pushed) {
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { configurationId } });
  const push = { groupName: "group", configurationId, revisionId, startedByName: "admin" };
  const options = JSON.stringify(quick);
  const node = { nodeId, nodeName: "node-1", address: "127.0.0.1:1", position: 0 };
  const waiting = await db().push.create({
    data: { ...push, number: 1, status: "running", gate: "approval", options, startedAt: new Date() },
  });
  const failed = { ...node, phase: "done", outcome: "rollback-failed", finishedAt: new Date() };
  const ended = await db().push.create({
    data: {
      ...push,
      ...{ number: 2, groupId, options, status: "failed", finishedAt: new Date() },
      nodes: { create: failed },
    },
    include: { nodes: true },
  });
  return { waitingPush: waiting.id, endedPush: ended.id, endedNode: ended.nodes[0]?.id ?? "", revisionId };
}

async function makeFiles(openssl: ReturnType<typeof opensslFolder>) {
  const ca = openssl.makeCa("root");
  const pair = openssl.makeSigned("client", "root");
  await createCertificate({ name: "Root", slug: "root-ca", certificate: ca.certificate }, admin);
  const client = await createCertificate({ name: "Client", slug: "client", ...pair }, admin);
  return { ca: ca.certificate, pair, certificate: client.id };
}

/** Something of every kind, so that each route has something to read and to change. */
export async function makeWorld(openssl: ReturnType<typeof opensslFolder>) {
  await makePeople();
  const fields = { username: "robot", password: "p", auth: "YTpi", identity_token: "t", extra: "e" };
  await createCredential({ name: "Harbor", slug: "harbor", fields }, admin);
  const spare = await createCredential({ name: "Spare", slug: "spare", fields }, admin);
  const files = await makeFiles(openssl);
  const mirrors = [mirror("docker.io", "https://127.0.0.1:1")];
  const created = await createConfiguration(
    { name: "first", definition: { ...emptyDefinition, mirrors } },
    admin,
  );
  const { id } = created;
  const registryHosts = [host("one.example", null)];
  const second = { ...emptyDefinition, note: "two", mirrors, registryHosts };
  await saveRevision({ id, baseNumber: 1, definition: second }, admin);
  const login = await passwordLogin("root", "password-of-root", admin);
  const nodes = await makeNodes(login.id);
  const newGroup = { name: "group", note: "", configurationId: id, nodeIds: [nodes.node] };
  const group = await createGroup(newGroup, admin);
  const spareLogin = await passwordLogin("ops", "password-of-ops", admin);
  const authority = await createHostAuthority({ name: "ca", key: makeKeyPair("ca").publicKey }, admin);
  const registry = { name: "mirror", registry: "docker.io", address: "https://m.example", note: "" };
  const publicMirror = await createPublicMirror(registry, admin);
  const pushes = await makePushes({ groupId: group.id, configurationId: id, nodeId: nodes.node });
  return {
    ...nodes,
    ...files,
    ...pushes,
    configuration: id,
    spareCredential: spare.id,
    sshCredential: login.id,
    spareLogin: spareLogin.id,
    group: group.id,
    authority: authority.id,
    publicMirror: publicMirror.id,
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;
