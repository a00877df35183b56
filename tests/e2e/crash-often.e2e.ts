import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as passing } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { apis } from "@/lib/domain/paths";
import type { PushView } from "@/lib/domain/pushes/views";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { OwnServer } from "./own-server";
import { type Furnished, furnish, saveNext, startReviewed } from "./start-push";

/** How often the server is killed; CRASH_TIMES asks for more. */
const times = Number(process.env["CRASH_TIMES"] ?? 3);
const urlOf = (number: number) => `https://mirror-${number}.example.com`;

/** Spread evenly over a push, and never twice the same moment: multiples of the golden ratio, without their whole part. */
const momentOf = (kill: number) => (kill * 0.618_034) % 1;

async function finish(server: OwnServer, id: string): Promise<PushView> {
  const read = () => server.call<PushView>("GET", apis.push(id));
  await waitFor(async () => (await read()).finishedAt !== null, { timeoutMs: 180_000 });
  return read();
}

/** What a machine must show after a push, whatever happened to the server meanwhile. */
async function checkNode(machine: TestNode, number: number): Promise<void> {
  const place = `${machine.spec.name}, push ${number}`;
  expect(await machine.read(machine.registriesPath), place).toContain(urlOf(number));
  // The start with the machine, and one restart for each push.
  expect(await machine.restarts(), place).toHaveLength(1 + number);
  // The report is there a moment before the last of the cleaning up.
  await waitFor(async () => {
    const left = await machine.run([
      "sh",
      "-c",
      "ls -A /etc/rancher/k3s /var/lib/pullpath /etc/systemd/system",
    ]);
    return !/\.pullpath-|^lock|pullpath-.*\.service/m.test(left);
  });
}

type Round = { server: OwnServer; fleet: TestFleet; made: Furnished; number: number };

/** One push, with the server killed after so many milliseconds and started again. Answers how long the push took. */
async function push({ server, fleet, made, number }: Round, killAfter: number | null): Promise<number> {
  if (number > 1)
    await saveNext(server, made.configurationId, { baseNumber: number - 1, url: urlOf(number) });
  const began = performance.now();
  const id = await startReviewed(server, made.groupId);
  if (killAfter !== null) {
    await passing(killAfter);
    await server.kill();
    await server.start();
  }
  const view = await finish(server, id);
  const took = performance.now() - began;
  const outcomes = view.nodes.map(({ name, outcome }) => `${name} ${outcome}`);
  expect(outcomes, `killed after ${killAfter} ms`).toEqual(view.nodes.map(({ name }) => `${name} changed`));
  for (const machine of fleet.nodes) await checkNode(machine, number);
  return took;
}

test("a server killed at any moment of a push to ten nodes leaves each in the one state it tells", async () => {
  test.setTimeout(240_000 + times * 60_000);
  const data = mkdtempSync(join(tmpdir(), "pullpath-crash-"));
  const agents = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"];
  const fleet = await startNodes([
    ...agents.map((name) => ({ name, role: "agent" as const })),
    { name: "s1" },
    { name: "s2" },
  ]);
  const server = new OwnServer(data);
  try {
    await server.start();
    await server.setUp();
    const made = await furnish(server, fleet, urlOf(1));
    const length = await push({ server, fleet, made, number: 1 }, null);
    for (let kill = 1; kill <= times; kill += 1)
      await push({ server, fleet, made, number: 1 + kill }, Math.round(momentOf(kill) * length));
  } finally {
    await server.kill();
    await fleet.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
