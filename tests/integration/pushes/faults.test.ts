import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionsFor } from "@/lib/domain/pushes/fault-actions";
import { standingOf } from "@/lib/domain/pushes/fault-card";
import type { PushOptions } from "@/lib/domain/pushes/options";
import type { PushNodeView, PushView } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { updateGroup } from "@/lib/server/groups/write-group";
import { handleFault } from "@/lib/server/pushes/handle-fault";
import { listNeedingHands } from "@/lib/server/pushes/needs-hands";
import { getPush, getPushDiffs, getPushEvents } from "@/lib/server/pushes/queries";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { byHand, causes, tlsPath, unlucky } from "@/tests/support/fault-causes";
import { passwordLogin, registerNode } from "@/tests/support/fixtures";
import { passwordOf, startNodes, type TestFleet, type TestUser } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  confirmClusters,
  groupOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  quick,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
const old = mirrorTo("https://old.example.com");
const secret = `canary-${randomUUID()}`;
const wanted = `${mirrorTo(`https://${unlucky}`)}configs:
  ${unlucky}:
    auth:
      username: robot
      password: ${secret}
    tls:
      ca_file: ${tlsPath}
`;
const names = Object.keys(causes);
// The batches are of agents, so these servers have none before them.
const batches = { canary: false, ramp: ["1"] };
const options: PushOptions = { ...quick, ...batches, stopAfter: 0, watchSeconds: 4, startSeconds: 20 };

let fleet: TestFleet;
let target: Pushable;
let view: PushView;
let starts: Map<string, number>;
let stopRunner = () => {};

const countStarts = async () =>
  new Map(
    await Promise.all(names.map(async (name) => [name, (await fleet.get(name).restarts()).length] as const)),
  );

/** Root's password, and for users who need sudo the key of the fleet. */
async function makeGroup(): Promise<Pushable> {
  const made = await groupOf([], wanted);
  const byPassword = (await passwordLogin("root", passwordOf("root"), admin)).id;
  const byKey = async (username: TestUser) =>
    createSshCredential(
      { kind: "key", name: username, username, privateKey: fleet.userKey.privateKey, passphrase: null },
      admin,
    );
  const keys = { ops: (await byKey("ops")).id, deploy: (await byKey("deploy")).id };
  for (const [name, { user = "root" }] of Object.entries(causes)) {
    const sshCredentialId = user === "ops" || user === "deploy" ? keys[user] : byPassword;
    const login = {
      sshCredentialId,
      username: user,
      ...(user === "deploy" && { sudoPassword: passwordOf(user) }),
    };
    made.nodeIds.push((await registerNode(fleet.get(name), login, admin)).id);
  }
  await updateGroup(made.groupId, { nodeIds: made.nodeIds }, admin);
  await confirmClusters(made.nodeIds);
  return made;
}

beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, registries: old })));
  await Promise.all(fleet.nodes.map((machine) => machine.write(tlsPath, "a certificate")));
  target = await makeGroup();
  const review = await reviewPush(target.groupId, admin);
  expect(review.nodes.map(({ fault }) => fault)).toEqual(names.map(() => null));
  const { id } = await startPush(toStart(review, options), randomUUID(), admin);
  starts = await countStarts();
  await Promise.all(names.map((name) => causes[name]?.make(fleet.get(name))));
  stopRunner = startRunner();
  view = await waitForPush(id, 600_000);
}, 900_000);
afterAll(async () => {
  stopRunner();
  await fleet.stop();
});

function nodeOf(name: string): PushNodeView {
  const node = view.nodes.find((each) => each.name === name);
  if (!node) throw new Error(`no node ${name} in the push`);
  return node;
}

describe("a machine that goes wrong between the review and the write", () => {
  it.each(names)("%s ends with its own fault, and a card that says how it is", (name) => {
    const { outcome, fault } = nodeOf(name);
    expect([outcome, fault?.code]).toEqual([causes[name]?.outcome, causes[name]?.code]);
    if (outcome === null || fault === null) return;
    const standing = standingOf({ outcome, fault });
    expect(standing).toBe(
      { "rolled-back": "restored", "rollback-failed": "hands", failed: "told" }[outcome as "failed"],
    );
    const actions = actionsFor(nodeOf(name), view);
    expect(actions.length).toBeGreaterThan(1);
    expect(actions.includes("handled")).toBe(name === "stuck");
    expect(actions.includes("retry")).toBe(!["key", "edited"].includes(name));
  });
});

describe("what the card says of the node", () => {
  const alive = names.filter((name) => name !== "off");
  it.each(alive)("is true on %s", async (name) => {
    const machine = fleet.get(name);
    const path = machine.registriesPath;
    expect(await machine.read(path)).toBe(name === "edited" ? byHand : old);
    expect((await machine.stat(path)).mode).toBe("600");
    if (name === "stuck") return expect(await machine.activeState()).not.toBe("active");
    expect(await machine.activeState()).toBe("active");
    // What was not begun was not restarted either.
    if (nodeOf(name).outcome === "failed") expect((await machine.restarts()).length).toBe(starts.get(name));
  });

  it("holds no secret of the file, in whatever is copied", async () => {
    const told = [view, await getPushEvents(admin, view.id), await getPushDiffs(admin, view.id)];
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it("names the commands and the backup for the one that needs hands", () => {
    const { evidence } = nodeOf("stuck");
    expect(evidence["restore"]).toContain("systemctl restart k3s");
    expect(evidence["restore"]).toContain(evidence["backup"]);
  });
});

describe("marking as handled", () => {
  const said = () => ({ node: nodeOf("stuck").id, reason: "replaced the disk, started K3s by hand" });

  it("takes the right to push, and a node whose roll back failed", async () => {
    for (const role of ["viewer", "editor", "auditor"] as const)
      await expect(handleFault(view.id, said(), actorWith(role))).rejects.toMatchObject({
        code: "forbidden",
      });
    const other = { ...said(), node: nodeOf("fails").id };
    await expect(handleFault(view.id, other, admin)).rejects.toMatchObject({ reason: "nothingToHandle" });
    const elsewhere = handleFault("another-push", said(), admin);
    await expect(elsewhere).rejects.toMatchObject({ code: "not-found" });
  });

  it("is kept once, with who said it, and changes no outcome", async () => {
    const stuck = { id: said().node, name: "stuck", push: { id: view.id, number: view.number } };
    expect(await listNeedingHands(actorWith("viewer"))).toEqual([stuck]);
    await handleFault(view.id, said(), actorWith("operator"));
    expect(await listNeedingHands(actorWith("viewer"))).toEqual([]);
    await expect(handleFault(view.id, said(), admin)).rejects.toMatchObject({ reason: "alreadyHandled" });
    const again = await waitForPush(view.id);
    expect(again.nodes.find(({ name }) => name === "stuck")).toMatchObject({
      outcome: "rollback-failed",
      handled: { byName: "operator", reason: said().reason },
    });
    const last = (await getPushEvents(admin, view.id)).at(-1);
    expect(last).toMatchObject({ code: "handled", params: { by: "operator", reason: said().reason } });
  });
});

describe("the ways on", () => {
  it("retry one node alone", async () => {
    await causes["full"]?.mend(fleet.get("full"), "");
    const ask = { id: view.id, key: randomUUID(), node: nodeOf("full").id };
    const one = await waitForPush((await retryPush(ask, admin)).id);
    expect(outcomesOf(one)).toEqual({ full: "changed" });
    const line = await db().auditEvent.findFirstOrThrow({ where: { targetId: one.id } });
    expect(JSON.parse(line.detail ?? "")).toEqual({ of: view.number, nodes: 1, node: "full" });
    const unknown = { ...ask, key: randomUUID(), node: "nothing" };
    await expect(retryPush(unknown, admin)).rejects.toMatchObject({ reason: "nothingToRetry" });
  });

  it("retry all that is left once the causes are gone, but for what needs a new review", async () => {
    await Promise.all(
      names.map(async (name, at) =>
        name === "full" ? undefined : causes[name]?.mend(fleet.get(name), target.nodeIds[at] ?? ""),
      ),
    );
    const retry = await waitForPush((await retryPush({ id: view.id, key: randomUUID() }, admin)).id, 600_000);
    expect(outcomesOf(retry)).toEqual({
      ...Object.fromEntries(names.map((name) => [name, "changed"])),
      full: "unchanged",
      edited: "failed",
    });
    const { mended } = await getPush(admin, view.id);
    expect(mended).toEqual({ [nodeOf("stuck").id]: { id: retry.id, number: retry.number } });
    const review = await reviewPush(target.groupId, admin);
    const left = toStart(review, { ...options, watchSeconds: 0 });
    const edited = review.nodes.find(({ name }) => name === "edited");
    const only = { ...left, nodes: left.nodes.filter(({ nodeId }) => nodeId === edited?.nodeId) };
    const last = await waitForPush((await startPush(only, randomUUID(), admin)).id);
    expect(last.nodes.find(({ name }) => name === "edited")?.outcome).toBe("changed");
  }, 900_000);
});
