import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeFactsSchema } from "@/lib/domain/nodes/facts";
import { proxyOfPulls } from "@/lib/domain/nodes/proxies";
import { probe } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import { codesOf, mirrorFile, push } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "plain", registries: old },
    { name: "docker", serviceFlags: "--docker" },
    { name: "external", config: "container-runtime-endpoint: unix:///run/crio/crio.sock\n" },
    { name: "user", distribution: "none" },
    { name: "mounts", registries: old },
    { name: "labels", registries: old },
  ]);
});
afterAll(() => fleet.stop());

async function look(name: string) {
  const facts = await withSession(targetOf(fleet, fleet.get(name)), (session) => probe(session));
  expect(nodeFactsSchema.parse(facts)).toEqual(facts);
  return facts;
}

it("a plain node is covered, keeps what is written and agrees on the time", async () => {
  const facts = await look("plain");
  expect(facts).toMatchObject({ clockAhead: 0, mountedFile: false, volatile: false, proxies: [] });
  expect(facts.notCovered).toBeUndefined();
  expect(facts.nextSnapshot).toBeUndefined();
});

it("a clock that is wrong is told by how much, without the time of the way", async () => {
  const node = fleet.get("plain");
  await node.write("/usr/local/sbin/date", '#!/bin/sh\nexec /usr/bin/date -d "-90 seconds" "$@"\n', "0755");
  const { clockAhead = 0 } = await look("plain");
  await node.remove("/usr/local/sbin/date");
  expect(clockAhead).toBeLessThan(-88_000);
  expect(clockAhead).toBeGreaterThan(-92_000);
});

it.each([
  ["docker", "docker"],
  ["external", "external-runtime"],
])("of %s it is said that it is not covered: %s", async (name, notCovered) => {
  expect(await look(name)).toMatchObject({ notCovered, flags: { foreignRuntime: true } });
});

it("K3s of a user is not taken for no K3s at all", async () => {
  const unit = "/home/ops/.config/systemd/user/k3s-rootless.service";
  await fleet.get("user").write(unit, "[Service]\nExecStart=/usr/local/bin/k3s server --rootless\n");
  expect(await look("user")).toMatchObject({ serviceFault: "service-not-found", notCovered: "rootless" });
});

it("proxies are told without their logins, from the unit and its environment file", async () => {
  const node = fleet.get("plain");
  await node.write(
    "/etc/systemd/system/k3s.service.env",
    "HTTPS_PROXY='http://robot:s3cr@t@proxy.corp:3128'\nCONTAINERD_HTTPS_PROXY=user:hush@images.corp:3128\n",
  );
  await node.write(
    "/etc/systemd/system/k3s.service.d/proxy.conf",
    '[Service]\nEnvironment="NO_PROXY=10.0.0.0/8,.corp" HTTP_PROXY=http://a:hush@unit.corp:1\n',
  );
  const facts = await look("plain");
  expect(JSON.stringify(facts)).not.toMatch(/s3cr|hush|robot/);
  expect(facts.proxies).toEqual([
    { name: "CONTAINERD_HTTPS_PROXY", value: "…@images.corp:3128" },
    { name: "HTTP_PROXY", value: "http://…@unit.corp:1" },
    { name: "HTTPS_PROXY", value: "http://…@proxy.corp:3128" },
    { name: "NO_PROXY", value: "10.0.0.0/8,.corp" },
  ]);
  expect(proxyOfPulls(facts)).toBe("…@images.corp:3128");
});

it("a file that is a mount, and a folder in memory, are seen before they spoil a push", async () => {
  const node = fleet.get("mounts");
  const { registriesPath: path } = node;
  await node.write("/srv/registries.yaml", old);
  await node.run(["mount", "--bind", "/srv/registries.yaml", path]);
  expect(await look("mounts")).toMatchObject({ mountedFile: true, volatile: false });
  // What the review refuses would end like this.
  const { report } = await push(targetOf(fleet, node), wanted);
  expect(report).toMatchObject({ outcome: "failed", fault: "not-writable" });
  await node.run(["umount", path]);
  await node.run(["mount", "-t", "tmpfs", "memory", "/etc/rancher/k3s"]);
  expect(await look("mounts")).toMatchObject({ mountedFile: false, volatile: true });
  await node.run(["umount", "/etc/rancher/k3s"]);
  // As live systems have it: writes go to an upper layer in memory.
  await node.run(["mkdir", "-p", "/run/layer/upper", "/run/layer/work"]);
  const layers = "lowerdir=/etc/rancher/k3s,upperdir=/run/layer/upper,workdir=/run/layer/work";
  await node.run(["mount", "-t", "overlay", "-o", layers, "live", "/etc/rancher/k3s"]);
  expect(await look("mounts")).toMatchObject({ volatile: true });
  await node.run(["umount", "/etc/rancher/k3s"]);
  expect(await look("mounts")).toMatchObject({ volatile: false });
});

it("a snapshot that waits for the next boot is told", async () => {
  const node = fleet.get("mounts");
  const answers =
    "case $2 in show) echo @/.snapshots/4/snapshot ;; *) echo ID 9 gen 8 top level 7 path @/.snapshots/5/snapshot ;; esac";
  await node.write("/usr/local/sbin/btrfs", `#!/bin/sh\n${answers}\n`, "0755");
  expect((await look("mounts")).nextSnapshot).toBeUndefined();
  await node.run(["mkdir", "/.snapshots"]);
  expect((await look("mounts")).nextSnapshot).toEqual({ running: 4, next: 5 });
});

// Without SELinux here: that the label is asked for, of the file under its own name, on the way there and back.
it("the label of SELinux is restored for what takes the file's name", async () => {
  const node = fleet.get("labels");
  await node.write("/usr/local/sbin/restorecon", '#!/bin/sh\necho "$*" >>/var/log/labels\n', "0755");
  const { events } = await push(targetOf(fleet, node), wanted);
  expect(codesOf(events)).toContain("apply replaced");
  expect(await node.read("/var/log/labels")).toBe(`${node.registriesPath}\n`);
  await node.setFault("restart-fails", true, "bad.example.com");
  const { report } = await push(targetOf(fleet, node), mirrorFile("bad.example.com"));
  expect(report.outcome).toBe("rolled-back");
  expect((await node.read("/var/log/labels")).trim().split("\n")).toEqual([
    node.registriesPath,
    node.registriesPath,
    node.registriesPath,
  ]);
});
