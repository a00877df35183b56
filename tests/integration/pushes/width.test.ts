import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin, type Pushable, quick, toStart, waitForPush } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";
import { type SimulatedFleet, startSimulated } from "@/tests/support/simulated/fleet";
import type { SimulatedSpec } from "@/tests/support/simulated/node";
import { registerSimulated } from "@/tests/support/simulated/register";

// Simulated nodes: what is tested is when Pullpath starts which of them.
temporaryDatabase();
const width = 10;
/** Longer than the schedule goes without looking, which it does once a second. */
const aLookMs = 1_500;
const specs = Array.from(
  { length: 6 * width + 1 },
  (_, at): SimulatedSpec => ({ name: `lone-${at}`, role: "server", cluster: `cluster-${at}` }),
);
let fleet: SimulatedFleet;
let target: Pushable;

/** Restarts that wait to be let go. */
const held: (() => void)[] = [];

/** Waits for so many restarts, and finds that no other comes beside them. */
async function expectHeld(count: number) {
  await waitFor(() => held.length >= count, { what: `${count} restarts at a time` });
  // A schedule that starts nothing leaves no sign of that: only time tells that none is on its way.
  const other = waitFor(() => held.length > count, { timeoutMs: aLookMs, what: "one more" });
  await expect(other, `more than ${count} at a time`).rejects.toThrow("in vain for one more");
}

beforeAll(async () => {
  fleet = await startSimulated(specs, () => new Promise((resolve) => held.push(resolve)));
  const where = { port: fleet.port, publicKey: fleet.hostKey.publicKey };
  target = await registerSimulated("lonely", { specs, first: 0, where });
});
afterAll(() => fleet.stop());
runnerAtWork();

it("servers of many clusters restart in as many waves as the width asks for, the first alone", async () => {
  const review = await reviewPush(target.groupId, admin);
  const start = toStart(review, { ...quick, width });
  const { id } = await startPush(start, randomUUID(), admin);
  for (const expected of [1, ...Array.from({ length: 6 }, () => width)]) {
    await expectHeld(expected);
    for (const letGo of held.splice(0)) letGo();
  }
  const view = await waitForPush(id);
  expect(view.counts).toMatchObject({ changed: specs.length, open: 0 });
});
