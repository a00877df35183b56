import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { updateGroup } from "@/lib/server/groups/write-group";
import { createNode } from "@/lib/server/nodes/create-node";
import { importNodes } from "@/lib/server/nodes/import-nodes";
import { getNode, listJumpChoices } from "@/lib/server/nodes/queries";
import { testNode } from "@/lib/server/nodes/test-node";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin, registerNode } from "@/tests/support/fixtures";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, quick, toStart, waitForPush } from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;
let sshCredentialId = "";
let gateId = "";

beforeAll(async () => {
  fleet = await startNodes([
    { name: "gate", distribution: "none" },
    { name: "inner", role: "agent" },
  ]);
  sshCredentialId = (await passwordLogin("root", passwordOf("root"), admin)).id;
  gateId = (await registerNode(fleet.get("gate"), { sshCredentialId }, admin)).id;
});
afterAll(() => fleet.stop());

const rest = { username: "root", groupId: null, sudoPassword: null, note: "" };

async function addInner(name: string, jumpId: string | null): Promise<string> {
  const { host, port } = fleet.get("inner");
  return (await createNode({ ...rest, name, host, port, jumpId, sshCredentialId }, admin)).id;
}
const trust = (id: string) =>
  trustHostKey(id, { fingerprint: fleet.get("inner").hostKey.fingerprint, replace: false }, admin);

it("registers, trusts, tests and pushes to a node behind a jump host", async () => {
  const id = await addInner("inner", gateId);
  expect((await getNode(admin, id)).jump).toEqual({ id: gateId, name: "gate" });
  await trust(id);
  const seen = await testNode(id, admin);
  expect(seen.check).toMatchObject({ fault: null, facts: { hostname: "inner", role: "agent" } });

  const stop = startRunner();
  const target = await groupOf([], mirrorTo("https://mirror.example.com"));
  await updateGroup(target.groupId, { nodeIds: [id] }, admin);
  const start = toStart(await reviewPush(target.groupId, admin), { ...quick, watchSeconds: 0 });
  const push = await waitForPush((await startPush(start, randomUUID(), admin)).id);
  expect(push.nodes).toMatchObject([{ name: "inner", outcome: "changed" }]);
  expect(await fleet.get("inner").read(fleet.get("inner").registriesPath)).toContain("mirror.example.com");
  stop();
});

it("keeps the same address apart by the way to it, key and all", async () => {
  const direct = await addInner("inner-direct", null);
  expect((await offerHostKey(direct, admin)).trusted).toBeNull();
  await expect(addInner("again", gateId)).rejects.toMatchObject({ reason: "nodeAddressTaken" });
  const { host, port } = fleet.get("inner");
  const row = { name: "listed", host, port, username: null, group: null };
  const input = { nodes: [row], sshCredentialId, username: null, groupId: null, from: "lines" as const };
  expect((await importNodes({ ...input, jumpId: gateId }, admin)).existing).toEqual(["listed"]);
  await deleteNode(direct, admin);
  const report = await importNodes({ ...input, jumpId: null }, admin);
  expect(report.created).toMatchObject([{ name: "listed" }]);
  await deleteNode(report.created[0]?.id ?? "", admin);
});

it("takes trust, facts and the sudo password from a node that is reached another way", async () => {
  const id = await addInner("moving", null);
  await updateNode(id, { sudoPassword: "to-be-forgotten" }, admin);
  await trust(id);
  const other = await createNode(
    { ...rest, name: "gate-2", host: "127.9.9.9", port: 22, sshCredentialId },
    admin,
  );
  await updateNode(id, { jumpId: other.id }, admin);
  expect(await getNode(admin, id)).toMatchObject({ hostKey: null, check: null, hasSudoPassword: false });
  await expect(trust(id)).rejects.toMatchObject({ reason: "hostKeyBehindJump", params: { jump: "gate-2" } });
  const failed = await testNode(id, admin);
  expect(failed.check?.fault).toMatchObject({ code: "unreachable", params: { reason: "jump-refused" } });
});

it("takes the sudo password from nodes that trust no key yet when their jump host moves", async () => {
  const make = (name: string, jumpId: string | null) =>
    createNode(
      { ...rest, name, host: `${name}.corp`, port: 22, jumpId, sshCredentialId, sudoPassword: "kept" },
      admin,
    );
  const front = await make("front", null);
  const behind = await make("behind", front.id);
  await updateNode(front.id, { note: "still there" }, admin);
  expect((await getNode(admin, behind.id)).hasSudoPassword).toBe(true);
  await updateNode(front.id, { host: "elsewhere.corp", sudoPassword: "kept" }, admin);
  expect((await getNode(admin, behind.id)).hasSudoPassword).toBe(false);
});

it("refuses a way that leads back, that is too long, or that is not there", async () => {
  const make = (name: string, jumpId: string | null) =>
    createNode({ ...rest, name, host: `${name}.corp`, port: 22, jumpId, sshCredentialId }, admin);
  const ids: string[] = [];
  for (const name of ["a", "b", "c", "d", "e", "f"]) ids.push((await make(name, ids.at(-1) ?? null)).id);
  const [first = "", second = ""] = ids;
  await expect(make("g", ids.at(-1) ?? null)).rejects.toMatchObject({ reason: "jumpTooFar" });
  const top = await make("top", null);
  await expect(updateNode(first, { jumpId: top.id }, admin)).rejects.toMatchObject({ reason: "jumpTooFar" });
  await expect(make("h", "nobody")).rejects.toMatchObject({ reason: "jumpNotFound" });
  await expect(updateNode(first, { jumpId: first }, admin)).rejects.toMatchObject({ reason: "jumpLoop" });
  await expect(updateNode(first, { jumpId: second }, admin)).rejects.toMatchObject({ reason: "jumpLoop" });
  const choices = (await listJumpChoices(admin, second)).map(({ name }) => name);
  expect(choices).toContain("a");
  expect(choices).not.toContain("b");
  expect(choices).not.toContain("f");
});

it("asks for the right to replace a key that a node trusts, though its jump host has moved", async () => {
  const { host } = fleet.get("gate");
  const operator = actorWith("operator");
  const id = (await listJumpChoices(admin)).find(({ name }) => name === "inner")?.id ?? "";
  await fleet.get("inner").changeHostKey();
  await updateNode(gateId, { host: "127.9.9.8" }, admin);
  await updateNode(gateId, { host }, admin);
  await trustHostKey(
    gateId,
    { fingerprint: fleet.get("gate").hostKey.fingerprint, replace: false },
    operator,
  );
  await db().knownHost.deleteMany({ where: { via: { not: "" } } });
  const { fingerprint } = fleet.get("inner").hostKey;
  await expect(trustHostKey(id, { fingerprint, replace: false }, operator)).rejects.toMatchObject({
    reason: "hostKeyReplaces",
  });
  await expect(trustHostKey(id, { fingerprint, replace: true }, operator)).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("keeps a jump host as long as nodes are reached through it", async () => {
  await expect(deleteNode(gateId, admin)).rejects.toMatchObject({
    reason: "nodeIsJump",
    params: { count: 1, names: "inner" },
  });
});
