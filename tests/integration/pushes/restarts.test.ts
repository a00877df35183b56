import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { shareEffects } from "@/lib/domain/nodes/restart-effects";
import { canTakePart, type PushReview } from "@/lib/domain/pushes/review";
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
  push,
  quick,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const file = mirrorTo("https://mirror.example.com");
const config = "/etc/rancher/k3s/config.yaml";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "s1", cluster: "blue" },
    { name: "a1", role: "agent", cluster: "blue" },
    { name: "a2", role: "agent", cluster: "green" },
    { name: "docker", role: "agent", serviceFlags: "--docker" },
    { name: "user", distribution: "none" },
    { name: "odd", role: "agent" },
    { name: "mounted", role: "agent", registries: "mirrors: {}\n" },
  ]);
});
afterAll(() => fleet.stop());
runnerAtWork();

const nodeOf = ({ nodes }: PushReview, name: string) => nodes.find((node) => node.name === name);

it("the review tells once what restarts do besides, and asks servers what is at work on agents", async () => {
  const { groupId } = await groupOf(machinesOf(fleet, ["s1", "a1", "a2"]), file);
  for (const name of ["s1", "a1"]) await fleet.get(name).write(config, "debug: true\n");
  // A name of another cluster is no matter of this one.
  await fleet.get("s1").write("/run/played/cluster/jobs", "a1|k3s-agent|1\na2|k3s-agent|1\n");
  const review = await reviewPush(groupId, admin);
  const shared = shareEffects(review.nodes);
  expect(shared.map(({ code, params, nodes }) => [code, params, nodes])).toEqual([
    ["upgrade-running", { plan: "k3s-agent" }, ["a1"]],
    ["file-newer", { path: config }, expect.arrayContaining(["a1", "s1"])],
  ]);
  expect(Math.abs(Date.parse(shared[1]?.at ?? "") - Date.now())).toBeLessThan(60_000);
  expect(nodeOf(review, "a2")?.effects).toEqual([]);

  expect(outcomesOf(await push(groupId))).toEqual({ s1: "changed", a1: "changed", a2: "changed" });
  expect((await reviewPush(groupId, admin)).nodes.flatMap(({ effects }) => effects)).toEqual([]);
});

it("what is not covered, and a file that cannot be replaced, are refused in words before and in a push", async () => {
  const { registriesPath: path } = fleet.get("mounted");
  await fleet.get("mounted").write("/srv/registries.yaml", "mirrors: {}\n");
  await fleet.get("mounted").run(["mount", "--bind", "/srv/registries.yaml", path]);
  const rootless = "/home/ops/.config/systemd/user/k3s-rootless.service";
  await fleet.get("user").write(rootless, "[Service]\nExecStart=/usr/local/bin/k3s server --rootless\n");
  const { groupId } = await groupOf(machinesOf(fleet, ["docker", "user", "mounted"]), file);
  const review = await reviewPush(groupId, admin);
  const faults = {
    docker: { code: "not-covered", params: { reason: "docker" } },
    user: { code: "not-covered", params: { reason: "rootless" } },
    mounted: { code: "not-writable", params: { path, reason: "mounted" } },
  };
  for (const [name, fault] of Object.entries(faults)) expect(nodeOf(review, name)).toMatchObject({ fault });
  expect(review.nodes.some((node) => canTakePart(review, node))).toBe(false);

  const all = review.nodes.flatMap(({ nodeId, reviewed }) =>
    reviewed === null ? [] : [{ nodeId, reviewed, overwrite: true }],
  );
  const { id } = await startPush(
    { ...toStart(review, { ...quick, stopAfter: 9 }), nodes: all },
    randomUUID(),
    admin,
  );
  const { nodes } = await waitForPush(id);
  for (const node of nodes)
    expect(node).toMatchObject({ outcome: "failed", fault: faults[node.name as keyof typeof faults] });
  expect(await fleet.get("mounted").read("/srv/registries.yaml")).toBe("mirrors: {}\n");
});

it("a proxy, a folder in memory and a wrong clock are told with the node", async () => {
  const node = fleet.get("odd");
  await node.run(["mount", "-t", "tmpfs", "memory", "/etc/rancher/k3s"]);
  await node.write("/etc/default/k3s-agent", "HTTPS_PROXY=http://u:hush@proxy.corp:3128\n");
  await node.write("/usr/local/sbin/date", '#!/bin/sh\nexec /usr/bin/date -d "+2 minutes" "$@"\n', "0755");
  const { groupId } = await groupOf([node], file);
  const reviewed = nodeOf(await reviewPush(groupId, admin), "odd");
  expect(reviewed).toMatchObject({ fault: null, proxy: "http://…@proxy.corp:3128" });
  expect(reviewed?.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["volatile", "clock"]));
  expect(JSON.stringify(reviewed)).not.toContain("hush");
});
