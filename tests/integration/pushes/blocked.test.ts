import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canTakePart, findingsOf, type PushReview } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";
import { testNode } from "@/lib/server/nodes/test-node";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  push,
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
let pair: Pushable;
const good = mirrorTo("https://mirror.example.com");
/** Two endpoints that ask the same: releases before March 2024 wrote a hosts file that containerd could not read. */
const twice = `${good}      - "https://mirror.example.com/"\n`;
/** K3s decodes this, yet writes a config.toml that containerd cannot load: the key ends its quotes. */
const quote = `configs:\n  "har'bor.example.com":\n    auth:\n      username: "u"\n      password: "p4ssword"\n`;

beforeAll(async () => {
  fleet = await startNodes([
    { name: "new", role: "agent" },
    { name: "old", role: "agent", version: "v1.28.6+k3s1" },
    { name: "rke2", distribution: "rke2", version: "v1.33.5+rke2r1", config: "embedded-registry: true\n" },
    { name: "shifts", role: "agent" },
    { name: "plain", distribution: "rke2", version: "v1.33.5+rke2r1" },
  ]);
});
afterAll(() => fleet.stop());
runnerAtWork();

/** The codes of the errors a review shows for each node. */
const errorsOf = (review: PushReview) =>
  Object.fromEntries(
    review.nodes.map((node) => [
      node.name,
      (findingsOf(review, node)?.list ?? []).flatMap(({ code, severity }) =>
        severity === "error" ? [code] : [],
      ),
    ]),
  );

/** A start that takes every node, as a program may ask for it. */
const startAll = (review: PushReview) => ({
  ...toStart(review),
  nodes: review.nodes.flatMap(({ nodeId, reviewed }) => (reviewed === null ? [] : [{ nodeId, reviewed }])),
});

describe("a file with an error", () => {
  it("is pushed to no node, and can be once it is corrected", async () => {
    pair = await groupOf(machinesOf(fleet, ["new", "old"]), quote);
    const { groupId, configurationId } = pair;
    const review = await reviewPush(groupId, admin);
    expect(errorsOf(review)).toEqual({ new: ["key-character"], old: ["key-character"] });
    expect(review.findings[0]).toMatchObject({
      counts: { error: 1 },
      list: [{ severity: "error", line: 2 }],
    });
    expect(review.nodes.some((node) => canTakePart(review, node))).toBe(false);
    expect(JSON.stringify(review)).not.toContain("p4ssword");
    await expect(startPush(startAll(review), randomUUID(), admin)).rejects.toMatchObject({
      code: "invalid",
      reason: "findingsBlock",
      params: { count: 2, names: "new, old", code: "key-character", line: 2 },
    });
    expect(await db().push.count()).toBe(0);
    expect(await fleet.get("new").exists(fleet.get("new").registriesPath)).toBe(false);

    await save(configurationId, good, 1);
    const better = await reviewPush(groupId, admin);
    expect(errorsOf(better)).toEqual({ new: [], old: [] });
    expect(better.nodes.every((node) => canTakePart(better, node))).toBe(true);
  });
});

describe("an error that only some nodes have", () => {
  it("keeps an old release out, and the others get the file", async () => {
    const { groupId, configurationId } = pair;
    await save(configurationId, twice, 2);
    const review = await reviewPush(groupId, admin);
    expect(errorsOf(review)).toEqual({ new: [], old: ["duplicate-endpoint"] });
    expect(review.findings).toHaveLength(2);
    await expect(startPush(startAll(review), randomUUID(), admin)).rejects.toMatchObject({
      reason: "findingsBlock",
      params: { count: 1, names: "old" },
    });
    expect(outcomesOf(await push(groupId))).toEqual({ new: "changed", old: "skipped" });
    expect(await fleet.get("old").exists(fleet.get("old").registriesPath)).toBe(false);
  });

  it("keeps an RKE2 out that would not start, by what its own settings make of the file", async () => {
    const yaml = `configs:\n  "harbor.example.com":\n    auth:\n      username: "u"\n      password: "p"\n`;
    const { groupId } = await groupOf(machinesOf(fleet, ["rke2", "plain"]), yaml);
    const review = await reviewPush(groupId, admin);
    expect(errorsOf(review)).toEqual({ plain: [], rke2: ["embedded-no-mirrors"] });
  });
});

describe("a node that becomes another one", () => {
  it("is left as it is by a push on its way, by an older review, and by a retry", async () => {
    const machine = fleet.get("shifts");
    const { groupId, nodeIds } = await groupOf([machine], twice);
    const review = await reviewPush(groupId, admin);
    await machine.installVersion("v1.28.6+k3s1");
    const late = await waitForPush((await startPush(toStart(review), randomUUID(), admin)).id);
    expect(late.nodes[0]).toMatchObject({
      outcome: "failed",
      fault: { code: "findings-block", params: { finding: "duplicate-endpoint", line: "5" } },
    });
    expect(await machine.exists(machine.registriesPath)).toBe(false);

    const refused = { reason: "findingsBlock", params: { names: "shifts", code: "duplicate-endpoint" } };
    await expect(startPush(toStart(review), randomUUID(), admin)).rejects.toMatchObject(refused);
    await expect(retryPush({ id: late.id, key: randomUUID() }, admin)).rejects.toMatchObject(refused);

    await machine.installVersion(machine.spec.version);
    await testNode(nodeIds[0] ?? "", admin);
    const retry = await waitForPush((await retryPush({ id: late.id, key: randomUUID() }, admin)).id);
    expect(outcomesOf(retry)).toEqual({ shifts: "changed" });
  });
});
