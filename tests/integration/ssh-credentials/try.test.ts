import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as addRoute } from "@/app/api/v1/ssh-credentials/[id]/replacement/route";
import { POST as tryRoute } from "@/app/api/v1/ssh-replacements/[id]/try/route";
import { POST as useRoute } from "@/app/api/v1/ssh-replacements/[id]/use/route";
import { apis } from "@/lib/domain/paths";
import { db } from "@/lib/server/db/client";
import { createNode } from "@/lib/server/nodes/create-node";
import { deleteNode } from "@/lib/server/nodes/update-node";
import { trySshReplacement } from "@/lib/server/ssh-credentials/try-replacement";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { authorizeOnly } from "@/tests/support/nodes/authorized-keys";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin } from "@/tests/support/pushes";
import { answersOf, credentialOf, fleetLogin, prepare } from "./rotation";

temporaryDatabase();
let fleet: TestFleet;

beforeAll(async () => {
  fleet = await startNodes(["a", "b", "c", "d"].map((name) => ({ name, distribution: "none" as const })));
});
afterAll(() => fleet.stop());

const all = () => ["a", "b", "c", "d"].map((name) => fleet.get(name));
const byPassword = (password = passwordOf("root")) => ({
  kind: "password" as const,
  username: "root",
  password,
});
const setPassword = (name: string, password: string) =>
  fleet.get(name).run(["chpasswd"], { input: `root:${password}\n` });
const context = (id: string) => ({ params: Promise.resolve({ id }) });

async function dropNodes(ids: readonly string[]) {
  for (const id of ids) await deleteNode(id, admin);
}

it("tries a key on every node and tells those it cannot tell of", async () => {
  const { id, nodeIds } = await fleetLogin({ ...byPassword(), name: "keys" }, all());
  const { host, port } = { host: "127.9.9.9", port: 22 };
  const rest = { username: "root", sshCredentialId: id, groupId: null, sudoPassword: null, note: "" };
  nodeIds.push((await createNode({ ...rest, name: "untrusted", host, port }, admin)).id);
  await authorizeOnly(fleet.get("b"), []);
  await fleet.get("c").powerOff();
  await fleet.get("d").changeHostKey();
  const { privateKey } = fleet.userKey;
  const made = await prepare(id, { kind: "key", username: "root", privateKey, passphrase: null });
  expect(answersOf(await trySshReplacement(made.id, admin))).toEqual({
    a: "works",
    b: "refused",
    c: "unreachable: connection-refused",
    d: "untried: host-key-changed",
    untrusted: "untried: host-key-unknown",
  });
  // Nothing was stored about the nodes: it was no look at them.
  expect(await db().nodeFacts.count()).toBe(0);
  expect(await db().hostKey.count()).toBe(4);
  await fleet.get("c").boot();
  await dropNodes(nodeIds);
});

it("comes through a jump host by the login that it has now", async () => {
  const { id, nodeIds } = await fleetLogin({ ...byPassword(), name: "through" }, [
    fleet.get("a"),
    fleet.get("c"),
  ]);
  const [jumpId = "", behind = ""] = nodeIds;
  await db().node.update({ where: { id: behind }, data: { jumpId } });
  const { privateKey } = fleet.userKey;
  const made = await prepare(id, { kind: "key", username: "root", privateKey, passphrase: null });
  await authorizeOnly(fleet.get("a"), []);
  expect(answersOf(await trySshReplacement(made.id, admin))).toEqual({ a: "refused", c: "works" });
  await db().hostKey.delete({ where: { nodeId: jumpId } });
  expect(answersOf(await trySshReplacement(made.id, admin))).toEqual({
    a: "untried: host-key-unknown",
    c: "unreachable: jump-failed",
  });
  await dropNodes([behind, jumpId]);
});

it("sends a password no further than to the first node that refuses it", async () => {
  const { id, nodeIds } = await fleetLogin({ ...byPassword(), name: "wrong" }, [
    fleet.get("a"),
    fleet.get("b"),
    fleet.get("c"),
  ]);
  const made = await prepare(id, byPassword("not the password"));
  expect(answersOf(await trySshReplacement(made.id, admin))).toEqual({
    a: "refused",
    b: "untried: stopped",
    c: "untried: stopped",
  });
  for (const name of ["a", "b", "c"]) await setPassword(name, "the next one");
  const again = await trySshReplacement(made.id, admin);
  expect(again.trial?.byName).toBe("admin");
  expect(answersOf(again)).toMatchObject({ a: "refused" });
  await db().sshReplacement.delete({ where: { id: made.id } });
  const right = await prepare(id, byPassword("the next one"));
  expect(answersOf(await trySshReplacement(right.id, admin))).toEqual({ a: "works", b: "works", c: "works" });
  expect(answersOf(await trySshReplacement(right.id, admin, { allMs: 0 }))).toEqual({
    a: "untried: time",
    b: "untried: time",
    c: "untried: time",
  });
  await dropNodes(nodeIds);
});

it("asks for the right to nodes as well, and tells no secret to anybody", async () => {
  const { id, nodeIds } = await fleetLogin({ ...byPassword(), name: "secret" }, [fleet.get("a")]);
  const { updatedAt } = await credentialOf(id);
  const { privateKey } = makeKeyPair("secret");
  const secretPart = privateKey.split("\n")[3] ?? "missing";
  const body = { kind: "key", username: "root", privateKey, updatedAt };
  const added = await addRoute(
    await loggedInRequest("editor", apis.sshCredentialReplacement(id), { method: "POST", body }),
    context(id),
  );
  expect(added.status).toBe(201);
  const text = await added.text();
  const made = JSON.parse(text) as { id: string };
  await expect(trySshReplacement(made.id, actorWith("editor"))).rejects.toMatchObject({ code: "forbidden" });
  const tried = await tryRoute(
    await loggedInRequest("operator", apis.sshReplacementTry(made.id), { method: "POST" }),
    context(made.id),
  );
  const told = [text, await tried.text(), JSON.stringify(await credentialOf(id))];
  const use = async (role: "editor" | "operator") => {
    const options = { method: "POST", body: { refusedAccepted: true } };
    const request = await loggedInRequest(role, apis.sshReplacementUse(made.id), options);
    return (await useRoute(request, context(made.id))).status;
  };
  expect(await use("editor")).toBe(403);
  expect(await use("operator")).toBe(204);
  const audit = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
  const actions = audit.map(({ action }) => action.replace("ssh-credential.", ""));
  expect(actions.sort()).toEqual(["created", "replaced", "replacement-added", "replacement-tried"]);
  for (const each of [...told, JSON.stringify(audit)]) {
    expect(each).not.toContain("PRIVATE KEY");
    expect(each).not.toContain(secretPart);
  }
  const [entry] = audit.filter(({ action }) => action === "ssh-credential.replaced");
  expect(JSON.parse(entry?.detail ?? "")).toMatchObject({
    kind: "key",
    before: null,
    after: (await credentialOf(id)).fingerprint,
  });
  await dropNodes(nodeIds);
});
