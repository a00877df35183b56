import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReachReport } from "@/lib/domain/pushes/reach";
import { db } from "@/lib/server/db/client";
import { testNode } from "@/lib/server/nodes/test-node";
import { reachPush } from "@/lib/server/pushes/reach-push";
import { serveSocket } from "@/tests/integration/registry-test/servers";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { type Blackhole, startBlackhole } from "@/tests/support/nodes/blackhole";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, type Pushable } from "@/tests/support/pushes";

temporaryDatabase();
const names = ["open", "other", "closed", "proxied", "bare"];
const sshd = "/etc/ssh/sshd_config";

let fleet: TestFleet;
let hole: Blackhole;
let target: Pushable;
/** Bytes that came over the connections to the endpoint that listens. */
let heard = 0;
let met = 0;
let port = 0;

const fileOf = (urls: readonly string[]) =>
  `mirrors:\n  docker.io:\n    endpoint:\n${urls.map((url) => `      - "${url}"\n`).join("")}`;

beforeAll(async () => {
  port = await serveSocket((socket) => {
    met += 1;
    socket.on("data", ({ length }) => {
      heard += length;
    });
  });
  hole = await startBlackhole();
  fleet = await startNodes(names.map((name) => ({ name })));
  for (const machine of fleet.nodes)
    await machine.write("/etc/hosts", "127.0.0.1 localhost harbor.corp\n169.254.169.254 meta.corp\n", "0644");
  const closed = fleet.get("closed");
  await closed.write(sshd, `${await closed.read(sshd)}AllowTcpForwarding no\n`);
  await closed.reloadSshd();
  const proxied = fleet.get("proxied");
  await proxied.write(
    "/etc/default/k3s",
    "HTTPS_PROXY=http://me:hunter2@proxy.corp:3128\nNO_PROXY=harbor.corp\n",
  );
  await proxied.run(["systemctl", "restart", "k3s"]);
  const bare = fleet.get("bare");
  const path = (await bare.run(["sh", "-c", "command -v getent"])).trim();
  await bare.run(["rm", "-f", path, path.replace("/usr", "")]);
  target = await groupOf(
    fleet.nodes,
    fileOf([
      `https://robot:hunter2@harbor.corp:${port}/v2/proxy`,
      "http://harbor.corp:1",
      `https://127.0.0.1:${hole.port}`,
      "https://nowhere.invalid",
      "https://meta.corp",
    ]),
  );
  for (const id of target.nodeIds) await testNode(id, admin);
});
afterAll(async () => {
  await hole.stop();
  await fleet.stop();
});

const idOf = (name: string) => target.nodeIds[names.indexOf(name)] ?? name;
const ask = (nodes: readonly string[], given: Parameters<typeof reachPush>[2] = {}) =>
  reachPush({ groupId: target.groupId, nodes: nodes.map(idOf) }, admin, {
    allowLoopback: true,
    // No limit that a busy machine could reach; what is silent is waited for as long.
    tryMs: 8_000,
    nodeMs: 120_000,
    allMs: 150_000,
    ...given,
  });
const silentIn = ({ silent }: ReachReport) =>
  silent.map(({ endpoint, why, of, nodes }) => [endpoint, why, of, nodes.map(({ name }) => name)]);
const unsaidIn = ({ unsaid }: ReachReport) =>
  unsaid.map(({ why, nodes }) => [why, nodes.map(({ name }) => name)]);

describe("endpoints as nodes reach them", () => {
  it("listen, refuse, drop what comes, have no address there, or are not asked", async () => {
    const report = await ask(["open", "other"]);
    expect(report).toMatchObject({
      endpoints: [
        `harbor.corp:${port}`,
        "harbor.corp:1",
        `127.0.0.1:${hole.port}`,
        "nowhere.invalid:443",
        "meta.corp:443",
      ],
      left: 0,
      asked: 2,
    });
    const both = ["open", "other"];
    expect(silentIn(report)).toEqual([
      ["harbor.corp:1", "refused", 2, both],
      [`127.0.0.1:${hole.port}`, "timeout", 2, both],
      ["nowhere.invalid:443", "name", 2, both],
    ]);
    expect(unsaidIn(report)).toEqual([["address", both]]);
    expect(met).toBe(2);
    expect(heard).toBe(0);
    expect(JSON.stringify(report)).not.toContain("hunter2");
  });

  it("are not told by a node whose SSH server forbids forwarding", async () => {
    const report = await ask(["closed"]);
    expect(report.asked).toBe(1);
    // Where no name leads is told by its name service, for which nothing is forwarded.
    expect(silentIn(report)).toEqual([["nowhere.invalid:443", "name", 1, ["closed"]]]);
    expect(unsaidIn(report)).toEqual([
      ["forwarding", ["closed"]],
      ["address", ["closed"]],
    ]);
  });

  it("are not asked where a proxy stands in between, and those are that it leaves out", async () => {
    const report = await ask(["proxied"]);
    expect(silentIn(report)).toEqual([
      ["harbor.corp:1", "refused", 1, ["proxied"]],
      [`127.0.0.1:${hole.port}`, "timeout", 1, ["proxied"]],
    ]);
    expect(unsaidIn(report)).toEqual([["proxy", ["proxied"]]]);
    expect(JSON.stringify(report)).not.toContain("hunter2");
  });

  it("are asked by address alone from a node that looks no name up", async () => {
    const report = await ask(["bare"]);
    expect(silentIn(report)).toEqual([[`127.0.0.1:${hole.port}`, "timeout", 1, ["bare"]]]);
    expect(unsaidIn(report)).toEqual([["resolver", ["bare"]]]);
  });

  it("on the node itself are not asked unless that is allowed", async () => {
    const report = await ask(["open"], { allowLoopback: false });
    expect(silentIn(report)).toEqual([["nowhere.invalid:443", "name", 1, ["open"]]]);
    expect(unsaidIn(report)).toEqual([["address", ["open"]]]);
  });

  it("are left when the time is over, and that is told", async () => {
    const report = await ask(["open"], { allMs: 1 });
    expect(report).toMatchObject({ asked: 0, silent: [] });
    expect(unsaidIn(report)).toEqual([["time", ["open"]]]);
  });

  it("are not reached by way of a node that is down, or that is not of the group", async () => {
    const stray = await reachPush({ groupId: target.groupId, nodes: ["gone"] }, admin);
    expect(stray).toMatchObject({ asked: 0, silent: [], unsaid: [] });
    await fleet.get("other").powerOff();
    expect(unsaidIn(await ask(["other"]))).toEqual([["connection", ["other"]]]);
  });

  it("are asked by those who may push, and leave no trace", async () => {
    for (const role of ["viewer", "editor", "auditor"] as const)
      await expect(
        reachPush({ groupId: target.groupId, nodes: target.nodeIds }, actorWith(role)),
      ).rejects.toMatchObject({ reason: "permissionMissing" });
    expect(await db().push.count()).toBe(0);
    const state = await fleet.get("open").exec(["ls", "/var/lib/pullpath"]);
    expect(state.code).not.toBe(0);
  });
});
