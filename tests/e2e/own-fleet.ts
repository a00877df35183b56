import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import type { NodeSpec } from "@/tests/support/nodes/node-spec";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { OwnServer } from "./own-server";
import { type Furnished, furnish } from "./start-push";

type Own = { server: OwnServer; data: string };
type Machines = Own & { fleet: TestFleet };

/** A server of a file's own with its administrator, in `data`: what it answers is filled before the first test. */
export function ownServer(): Readonly<Own> {
  const own = {} as Own;
  test.beforeAll(async () => {
    own.data = await mkdtemp(join(tmpdir(), "pullpath-own-"));
    own.server = new OwnServer(own.data);
    await own.server.start();
    await own.server.setUp();
  });
  test.afterAll(async () => {
    await own.server.kill();
    await rm(own.data, { recursive: true, force: true });
  });
  return own;
}

/** The same with machines that nobody registered yet. */
export function ownMachines(specs: readonly NodeSpec[]): Readonly<Machines> {
  const own = ownServer() as Machines;
  test.beforeAll(async () => {
    own.fleet = await startNodes(specs);
  });
  test.afterAll(() => own.fleet.stop());
  return own;
}

/** The same with the machines in a group that has a configuration with this mirror. */
export function ownFleet(specs: readonly NodeSpec[], url: string): Readonly<Machines & { made: Furnished }> {
  const own = ownMachines(specs) as Machines & { made: Furnished };
  test.beforeAll(async () => {
    own.made = await furnish(own.server, own.fleet, url);
  });
  return own;
}
