import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import type { NodeSpec } from "@/tests/support/nodes/node-spec";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { OwnServer } from "./own-server";
import { type Furnished, furnish } from "./start-push";

type Own = { server: OwnServer; fleet: TestFleet; made: Furnished; data: string };

/** A server of a file's own and machines in a group with this mirror: what it answers is filled before the first test. */
export function ownFleet(specs: readonly NodeSpec[], url: string): Readonly<Own> {
  const own = {} as Own;
  test.beforeAll(async () => {
    own.data = await mkdtemp(join(tmpdir(), "pullpath-own-"));
    own.fleet = await startNodes(specs);
    own.server = new OwnServer(own.data);
    await own.server.start();
    await own.server.setUp();
    own.made = await furnish(own.server, own.fleet, url);
  });
  test.afterAll(async () => {
    await own.server.kill();
    await own.fleet.stop();
    await rm(own.data, { recursive: true, force: true });
  });
  return own;
}
