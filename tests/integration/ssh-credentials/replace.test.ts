import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { getNode } from "@/lib/server/nodes/queries";
import { testNode } from "@/lib/server/nodes/test-node";
import { deleteNode } from "@/lib/server/nodes/update-node";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { replaceSshCredential } from "@/lib/server/ssh-credentials/replace-ssh-credential";
import { trySshReplacement } from "@/lib/server/ssh-credentials/try-replacement";
import { addSshReplacement, discardSshReplacement } from "@/lib/server/ssh-credentials/write-replacement";
import { deleteSshCredential, renameSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { temporaryDatabase } from "@/tests/support/database";
import { mei, tom } from "@/tests/support/locks";
import { authorizedKeys, authorizeOnly } from "@/tests/support/nodes/authorized-keys";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, toStart, waitForPush } from "@/tests/support/pushes";
import { answersOf, credentialOf, fleetLogin, prepare } from "./rotation";

temporaryDatabase();
let fleet: TestFleet;

beforeAll(async () => {
  fleet = await startNodes(
    ["with-key", "without-key", "pushed"].map((name) => ({ name, role: "agent" as const })),
  );
});
afterAll(() => fleet.stop());

const use = { refusedAccepted: false };
const fleetKey = (name: string, username = "root") => ({
  kind: "key" as const,
  name,
  username,
  privateKey: fleet.userKey.privateKey,
  passphrase: null,
});
const byPassword = (username: "root" | "ops") => ({
  kind: "password" as const,
  username,
  password: passwordOf(username),
});
const faultOf = async (nodeId: string) => (await testNode(nodeId, admin)).check?.fault?.code ?? null;

it("replaces a key by one that the nodes have, and uses the old one no more", async () => {
  const machine = fleet.get("with-key");
  const { id, nodeIds } = await fleetLogin(fleetKey("fleet"), [machine]);
  const [nodeId = ""] = nodeIds;
  expect(await faultOf(nodeId)).toBeNull();
  const before = await credentialOf(id);

  const made = await prepare(id, { kind: "generate", username: "root" });
  expect(made.publicKey).toMatch(/^ssh-ed25519 AAAA\S+ pullpath fleet$/);
  expect(await credentialOf(id)).toEqual({ ...before, replacement: made });
  const publicKey = made.publicKey ?? "";
  await authorizeOnly(machine, [...(await authorizedKeys(machine)), publicKey]);
  const tried = await trySshReplacement(made.id, admin);
  expect(answersOf(tried)).toEqual({ "with-key": "works" });
  expect((await credentialOf(id)).replacement?.trial).toEqual(tried.trial);
  await replaceSshCredential(made.id, use, admin);

  const after = await credentialOf(id);
  expect(after).toMatchObject({ fingerprint: made.fingerprint, replacement: null, nodes: before.nodes });
  // The old key is taken from the machine: only the new one can log in.
  await authorizeOnly(machine, [publicKey]);
  expect(await faultOf(nodeId)).toBeNull();
  await deleteNode(nodeId, admin);
});

it("uses a key that a node refused only if that is said, and tells the names", async () => {
  const machine = fleet.get("without-key");
  const { id, nodeIds } = await fleetLogin(fleetKey("refused"), [machine]);
  const [nodeId = ""] = nodeIds;
  expect(await faultOf(nodeId)).toBeNull();
  const { privateKey } = makeKeyPair("nowhere");
  const made = await prepare(id, { kind: "key", username: "root", privateKey, passphrase: null });
  expect(answersOf(await trySshReplacement(made.id, admin))).toEqual({ "without-key": "refused" });
  await expect(replaceSshCredential(made.id, use, admin)).rejects.toMatchObject({
    reason: "sshReplacementRefused",
    params: { count: 1, names: "without-key" },
  });
  expect(await faultOf(nodeId)).toBeNull();
  await replaceSshCredential(made.id, { refusedAccepted: true }, admin);
  expect(await faultOf(nodeId)).toBe("login-refused");

  const back = await prepare(id, byPassword("root"));
  await replaceSshCredential(back.id, use, admin);
  expect(await credentialOf(id)).toMatchObject({ kind: "password", publicKey: null, fingerprint: null });
  expect(await faultOf(nodeId)).toBeNull();
  await deleteNode(nodeId, admin);
});

it("takes nodes along that log in as the user of the credential, and leaves the others", async () => {
  const machines = [fleet.get("with-key"), fleet.get("without-key")];
  const { id, nodeIds } = await fleetLogin({ ...byPassword("root"), name: "users" }, machines);
  const [follows = "", own = ""] = nodeIds;
  await db().node.update({ where: { id: own }, data: { username: "deploy" } });
  const made = await prepare(id, byPassword("ops"));
  await replaceSshCredential(made.id, use, admin);
  expect((await getNode(admin, follows)).username).toBe("ops");
  expect((await getNode(admin, own)).username).toBe("deploy");
  expect(await faultOf(follows)).toBeNull();
  const [entry] = await db().auditEvent.findMany({
    where: { action: "ssh-credential.replaced", targetId: id },
  });
  expect(JSON.parse(entry?.detail ?? "")).toEqual({
    kind: "password",
    before: null,
    after: null,
    nodes: 2,
    users: ["root", "ops"],
  });
  for (const nodeId of nodeIds) await deleteNode(nodeId, admin);
});

it("lets nobody replace what somebody else stored meanwhile", async () => {
  const { id } = await fleetLogin({ ...byPassword("root"), name: "shared" }, []);
  const seen = await credentialOf(id);
  const generate = { kind: "generate" as const, username: "root", updatedAt: seen.updatedAt };
  const first = await addSshReplacement(id, generate, mei);
  await expect(addSshReplacement(id, generate, tom)).rejects.toMatchObject({
    code: "conflict",
    reason: "sshReplacementWaits",
    params: { name: "shared", by: "mei" },
  });
  await replaceSshCredential(first.id, use, mei);
  await expect(addSshReplacement(id, generate, tom)).rejects.toMatchObject({
    code: "conflict",
    reason: "sshCredentialChanged",
  });
  const gone = { code: "conflict", reason: "sshReplacementGone" };
  await expect(replaceSshCredential(first.id, use, tom)).rejects.toMatchObject(gone);
  await expect(discardSshReplacement(first.id, tom)).rejects.toMatchObject(gone);
  await expect(trySshReplacement(first.id, tom)).rejects.toMatchObject(gone);
  expect((await credentialOf(id)).fingerprint).toBe(first.fingerprint);
});

it("waits for the end of a push with a node that logs in with it", async () => {
  const target = await groupOf([fleet.get("pushed")], mirrorTo("https://mirror.example.com"));
  const node = await db().node.findUniqueOrThrow({ where: { id: target.nodeIds[0] ?? "" } });
  const start = toStart(await reviewPush(target.groupId, admin));
  // Nobody runs pushes here, so it stays queued.
  const push = await startPush(start, randomUUID(), admin);
  const made = await prepare(node.sshCredentialId ?? "", { kind: "generate", username: "root" });
  const { number } = await db().push.findUniqueOrThrow({ where: { id: push.id } });
  const busy = { code: "busy", reason: "sshCredentialInPush", params: { number } };
  await expect(replaceSshCredential(made.id, use, admin)).rejects.toMatchObject(busy);
  expect((await credentialOf(node.sshCredentialId ?? "")).replacement).toEqual(made);
  const stop = startRunner();
  await waitForPush(push.id);
  stop();
  await replaceSshCredential(made.id, use, admin);
  expect(await credentialOf(node.sshCredentialId ?? "")).toMatchObject({ fingerprint: made.fingerprint });
});

it("discards what waits, by itself and with its credential, and renames without touching the login", async () => {
  const { id } = await fleetLogin({ ...byPassword("root"), name: "left" }, []);
  const before = await credentialOf(id);
  const first = await prepare(id, { kind: "generate", username: "root" });
  await discardSshReplacement(first.id, admin);
  expect(await credentialOf(id)).toEqual(before);
  await expect(renameSshCredential(id, "Shared", admin)).rejects.toMatchObject({
    reason: "sshCredentialNameTaken",
  });
  await renameSshCredential(id, "LEFT", admin);
  expect(await credentialOf(id)).toMatchObject({ name: "LEFT", kind: "password" });
  await prepare(id, { kind: "generate", username: "root" });
  await deleteSshCredential(id, admin);
  expect(await db().sshReplacement.count({ where: { sshCredentialId: id } })).toBe(0);
});
