import { afterAll, beforeAll, expect, it } from "vitest";
import { type NodeFacts, nodeFactsSchema } from "@/lib/domain/nodes/facts";
import { restartEffects } from "@/lib/domain/nodes/restart-effects";
import { probe } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { opensslFolder } from "@/tests/support/certificates";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const openssl = opensslFolder();
const tls = "/var/lib/rancher/k3s/server/tls";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "files", config: "write-kubeconfig-mode: '0600'\n" },
    { name: "openrc", init: "openrc", config: "debug: true\n" },
    { name: "certs" },
    { name: "agent", role: "agent", cluster: "certs" },
    { name: "many" },
  ]);
});
afterAll(() => fleet.stop());

async function look(name: string): Promise<NodeFacts> {
  const facts = await withSession(targetOf(fleet, fleet.get(name)), (session) => probe(session));
  expect(nodeFactsSchema.parse(facts)).toEqual(facts);
  return facts;
}

const effectsOf = async (name: string) =>
  restartEffects(await look(name)).map(({ code, params }) => [code, params["path"] ?? params["plan"] ?? ""]);

it("nothing waits on a node that was just started", async () => {
  expect(await effectsOf("files")).toEqual([]);
  expect(await effectsOf("openrc")).toEqual([]);
});

it("files that the service reads at its start wait for the next one, wherever they lie", async () => {
  const node = fleet.get("files");
  const changed = [
    "/etc/rancher/k3s/config.yaml",
    "/etc/rancher/k3s/config.yaml.d/10 more.yaml",
    "/etc/default/k3s",
    "/etc/systemd/system/k3s.service.d/10-limits.conf",
  ];
  for (const path of changed) await node.write(path, "# changed\n");
  const effects = await effectsOf("files");
  expect(effects.map(([, path]) => path).sort()).toEqual(changed.sort());
  expect(new Set(effects.map(([code]) => code))).toEqual(new Set(["file-newer"]));
  await node.write("/run/played/units/k3s/unread", "");
  expect(await effectsOf("files")).toContainEqual(["unit-unread", changed[3] ?? ""]);
  await node.remove("/run/played/units/k3s/unread");
  await node.run(["systemctl", "restart", "k3s"]);
  expect(await effectsOf("files")).toEqual([]);
});

it("so do those of OpenRC", async () => {
  const node = fleet.get("openrc");
  for (const path of ["/etc/conf.d/k3s", "/etc/rancher/k3s/k3s.env"]) await node.write(path, "DEBUG=1\n");
  expect((await effectsOf("openrc")).map(([, path]) => path).sort()).toEqual([
    "/etc/conf.d/k3s",
    "/etc/rancher/k3s/k3s.env",
  ]);
});

it("certificates are read without openssl on the node, and no key leaves it", async () => {
  const [node, agent] = [fleet.get("certs"), fleet.get("agent")];
  expect((await look("certs")).certificates).toBeUndefined();
  openssl.makeCa("ca", 3650);
  const pair = openssl.makeSigned("leaf", "ca");
  await node.write(`${tls}/server-ca.crt`, openssl.read("ca.crt"));
  // As somebody might lay both into one file.
  await node.write(`${tls}/client-admin.crt`, `${pair.key}${pair.certificate}`);
  await node.write(`${tls}/etcd/server-client.crt`, "no certificate\n");
  await agent.write("/var/lib/rancher/k3s/agent/client-kubelet.crt", pair.certificate);
  await node.run(["sh", "-c", "mv /usr/bin/openssl /usr/bin/openssl.away 2>/dev/null || :"]);
  const facts = await look("certs");
  expect(facts.certificates).toMatchObject({
    leaf: { path: `${tls}/client-admin.crt` },
    authority: { path: `${tls}/server-ca.crt` },
    own: true,
  });
  expect(await effectsOf("certs")).toEqual([["certificates-renewed", `${tls}/client-admin.crt`]]);
  expect((await look("agent")).certificates?.own).toBe(false);
  expect(await effectsOf("agent")).toEqual([]);
  await node.write(`${tls}/etcd/peer-ca.crt`, openssl.makeDated("past", 2020, 2021).certificate);
  expect(await effectsOf("certs")).toContainEqual(["authority-expired", `${tls}/etcd/peer-ca.crt`]);
  await node.remove(tls);
});

it("upgrades, reboots and drains by others are seen, by agents as far as they can", async () => {
  const [node, agent] = [fleet.get("certs"), fleet.get("agent")];
  await node.write("/run/played/cluster/jobs", "certs|k3s-server|1\nagent|k3s-agent|2\ndone|k3s-agent|\n");
  await node.write("/run/reboot-required", "");
  await agent.run(["mkdir", "-p", "/var/log/pods/kube-system_kured-x7k2p_0a1b"]);
  await agent.write("/run/reboot-required", "");
  const { maintenance } = await look("certs");
  expect(maintenance?.upgrades).toEqual([
    { node: "certs", plan: "k3s-server" },
    { node: "agent", plan: "k3s-agent" },
  ]);
  expect(await effectsOf("certs")).toEqual([
    ["upgrade-running", "k3s-server"],
    ["reboot-required", ""],
  ]);
  expect(await effectsOf("agent")).toEqual([["reboot-coming", ""]]);
  await agent.setFault("cordoned");
  expect(await effectsOf("agent")).toContainEqual(["cordoned", ""]);
  await agent.setFault("rebooting", "2026-11-29T10:00:00Z");
  const facts = await look("agent");
  expect(facts).toMatchObject({ ready: true, runningVersion: "v1.33.5+k3s1" });
  expect(restartEffects(facts).map(({ code }) => code)).toEqual(["rebooting"]);
});

it("thousands of files with odd names are bounded and cannot pass for others", async () => {
  const node = fleet.get("many");
  const fill =
    'mkdir -p "$1" && cd "$1" && seq -f "%g.conf" 3000 | xargs touch && ' +
    'touch "$(printf "a\\n9999999999.0 ")" && touch "$(printf "b\\033[2J.conf")"';
  await node.run(["sh", "-c", fill, "sh", "/etc/systemd/system/k3s.service.d"]);
  const { newerFiles = [] } = await look("many");
  expect(newerFiles).toHaveLength(50);
  expect(
    newerFiles.every(({ path }) => /^\/etc\/systemd\/system\/k3s\.service\.d\/\d+\.conf$/.test(path)),
  ).toBe(true);
});
