import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { apis } from "@/lib/domain/paths";
import type { PushView } from "@/lib/domain/pushes/views";
import { startNodes } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { OwnServer } from "./own-server";
import { startPush } from "./start-push";

const url = "https://mirror.example.com";

test("a push goes on where it was when Pullpath is killed between the rename and the restart", async () => {
  const data = mkdtempSync(join(tmpdir(), "pullpath-crash-"));
  const fleet = await startNodes(["c1", "c2"].map((name) => ({ name, role: "agent" as const })));
  const server = new OwnServer(data);
  try {
    await server.start();
    await server.setUp();
    for (const machine of fleet.nodes) await machine.setFault("restart-slow", 4);
    const id = await startPush(server, fleet, url);
    const onNode = (machine: (typeof fleet.nodes)[number]) => machine.exists(machine.registriesPath);
    await waitFor(async () => (await Promise.all(fleet.nodes.map(onNode))).every(Boolean));
    await server.kill();

    await server.start();
    const read = () => server.call<PushView>("GET", apis.push(id));
    await waitFor(async () => (await read()).finishedAt !== null);
    const view = await read();
    expect(view.nodes.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["c1", "changed"],
      ["c2", "changed"],
    ]);
    for (const machine of fleet.nodes) {
      expect(await machine.read(machine.registriesPath)).toContain(url);
      // The start with the machine, and one restart by the push: the killed server made nobody restart twice.
      expect(await machine.restarts()).toHaveLength(2);
    }
  } finally {
    await server.kill();
    await fleet.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
