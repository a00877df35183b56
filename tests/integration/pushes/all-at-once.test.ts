import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StartPush } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";
import { listPushes } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  quick,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
let target: Pushable;
const atOnce = { ...quick, canary: false, width: 50 };

beforeAll(async () => {
  fleet = await startNodes([{ name: "a1", role: "agent" }, { name: "a2", role: "agent" }, { name: "s1" }]);
  target = await groupOf(fleet.nodes.slice(), mirrorTo("https://mirror.example.com"));
});
afterAll(() => fleet.stop());
runnerAtWork();

const reviewed = async (): Promise<StartPush> => toStart(await reviewPush(target.groupId, admin), atOnce);
const begin = (start: StartPush) => startPush(start, randomUUID(), admin);
const withoutServer = ({ nodes, ...start }: StartPush): StartPush => ({
  ...start,
  nodes: nodes.filter(({ nodeId }) => nodeId !== target.nodeIds[2]),
});

describe("a push all at once", () => {
  it("is refused for a server, and for a node that may be one", async () => {
    const start = await reviewed();
    await expect(begin(start)).rejects.toMatchObject({
      code: "invalid",
      reason: "serversAtOnce",
      params: { count: 1, names: "s1" },
    });
    const id = target.nodeIds[0] ?? "";
    const { facts } = await db().nodeFacts.findUniqueOrThrow({ where: { nodeId: id } });
    const unknown = JSON.stringify({ ...JSON.parse(facts ?? "{}"), role: null });
    await db().nodeFacts.update({ where: { nodeId: id }, data: { facts: unknown } });
    await expect(begin(withoutServer(start))).rejects.toMatchObject({ params: { count: 1, names: "a1" } });
    await db().nodeFacts.update({ where: { nodeId: id }, data: { facts } });
  });

  it("asks for the name of the group, also in a dry run, and starts nothing without", async () => {
    const { typedName, ...start } = withoutServer(await reviewed());
    const refusal = { code: "invalid", reason: "groupNameNotTyped", params: { name: typedName } };
    await expect(begin(start)).rejects.toMatchObject(refusal);
    await expect(begin({ ...start, typedName: `${typedName}x` })).rejects.toMatchObject(refusal);
    await expect(begin({ ...start, options: { ...atOnce, dryRun: true } })).rejects.toMatchObject(refusal);
    expect(await listPushes(admin)).toEqual([]);
  });

  it("goes to the agents once both are right, and keeps the typed name out of the record", async () => {
    const start = withoutServer(await reviewed());
    const view = await waitForPush((await begin(start)).id);
    expect(outcomesOf(view)).toEqual({ a1: "changed", a2: "changed", s1: "skipped" });
    expect(view.options).toEqual(atOnce);
  });

  it("asks nothing of other ways, servers included", async () => {
    const { typedName: _, ...start } = await reviewed();
    const view = await waitForPush((await begin({ ...start, options: quick })).id);
    expect(outcomesOf(view)).toEqual({ a1: "unchanged", a2: "unchanged", s1: "changed" });
  });
});
