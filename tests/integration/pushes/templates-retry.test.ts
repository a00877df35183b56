import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { extending } from "@/tests/integration/node-program/push";
import { templateOn, v3 } from "@/tests/integration/node-program/template-files";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  mirrorTo,
  outcomesOf,
  push,
  quick,
  setTemplates,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";
import { reviewedIn, startReviewed, template } from "@/tests/support/template-pushes";

temporaryDatabase();
const file = mirrorTo("https://mirror.example.com");

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "fails", role: "agent", registries: mirrorTo("https://old.example.com") },
    { name: "lone" },
  ]);
});
afterAll(() => fleet.stop());
runnerAtWork();

const textOn = (name: string) => templateOn(fleet.get(name), v3);

describe("a push that fails", () => {
  it("brings file and template back together, and a retry brings both again", async () => {
    const machine = fleet.get("fails");
    await machine.setFault("restart-fails", true, "new.example.com");
    const { groupId, configurationId } = await groupOf([machine], mirrorTo("https://new.example.com"));
    await setTemplates(configurationId, 1, template(extending("one")));
    const view = await push(groupId);
    expect(outcomesOf(view)).toEqual({ fails: "rolled-back" });
    expect(await textOn("fails")).toBeNull();
    await machine.setFault("restart-fails", false);
    const again = await waitForPush((await retryPush({ id: view.id, key: randomUUID() }, admin)).id);
    expect(outcomesOf(again)).toEqual({ fails: "changed" });
    expect(await textOn("fails")).toBe(extending("one"));
  });

  it("asks for an outage where only the template changes, and none where it is there", async () => {
    const machine = fleet.get("lone");
    const { groupId, configurationId } = await groupOf([machine], file);
    expect(outcomesOf(await push(groupId))).toEqual({ lone: "changed" });
    await setTemplates(configurationId, 1, template(extending("one")));
    const review = await reviewPush(groupId, admin);
    expect(reviewedIn(review, "lone").change).toBe("template");
    expect(review.outage).toHaveLength(1);
    const options = { ...quick, outageAccepted: false };
    await expect(startReviewed(review, { options })).rejects.toMatchObject({ reason: "outageNotAccepted" });
    expect(outcomesOf(await startReviewed(review))).toEqual({ lone: "changed" });
    const right = await reviewPush(groupId, admin);
    expect(outcomesOf(await startReviewed(right, { options }))).toEqual({ lone: "unchanged" });
  });
});
