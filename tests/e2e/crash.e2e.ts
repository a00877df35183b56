import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { apis } from "@/lib/domain/paths";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import type { PushReview } from "@/lib/domain/pushes/review";
import type { PushView } from "@/lib/domain/pushes/views";
import { emptyDefinition } from "@/lib/domain/registries/schema";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { OwnServer } from "./own-server";

type Made = { id: string };

const url = "https://mirror.example.com";
const mirrors = [{ name: "docker.io", note: "", endpoints: [{ url, note: "" }], rewrites: null, extras: [] }];

/** Registers the machines, trusts them, and starts a push to all of them. */
async function startPush(server: OwnServer, fleet: TestFleet): Promise<string> {
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await server.call<Made>("POST", apis.sshCredentials(), login);
  const nodeIds: string[] = [];
  for (const { name, host, port, hostKey } of fleet.nodes) {
    const node = await server.call<Made>("POST", apis.nodes(), {
      name,
      host,
      port,
      username: "root",
      sshCredentialId,
    });
    await server.call("POST", apis.nodeHostKey(node.id), { fingerprint: hostKey.fingerprint });
    nodeIds.push(node.id);
  }
  const definition = { ...emptyDefinition, mirrors };
  const { id: configurationId } = await server.call<Made>("POST", apis.configurations(), {
    name: "all",
    definition,
  });
  const { id: groupId } = await server.call<Made>("POST", apis.groups(), {
    name: "all",
    configurationId,
    nodeIds,
  });
  const review = await server.call<PushReview>("POST", apis.reviewPush(), { groupId });
  const started = await server.call<Made>("POST", apis.pushes(), {
    groupId,
    revisionId: review.revision.id,
    wantedDigest: review.wantedDigest,
    nodes: review.nodes.map(({ nodeId, reviewed }) => ({ nodeId, reviewed })),
    options: { ...defaultPushOptions, canary: false, watchSeconds: 1 },
  });
  return started.id;
}

test("a push goes on where it was when Pullpath is killed between the rename and the restart", async () => {
  const data = mkdtempSync(join(tmpdir(), "pullpath-crash-"));
  const fleet = await startNodes(["c1", "c2"].map((name) => ({ name, role: "agent" as const })));
  const server = new OwnServer(data);
  try {
    await server.start();
    await server.setUp();
    for (const machine of fleet.nodes) await machine.setFault("restart-slow", 4);
    const id = await startPush(server, fleet);
    const onNode = (machine: (typeof fleet.nodes)[number]) => machine.exists(machine.registriesPath);
    await waitFor(async () => (await Promise.all(fleet.nodes.map(onNode))).every(Boolean), {
      timeoutMs: 30_000,
    });
    await server.kill();

    await server.start();
    const read = () => server.call<PushView>("GET", apis.push(id));
    await waitFor(async () => (await read()).finishedAt !== null, { timeoutMs: 60_000 });
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
