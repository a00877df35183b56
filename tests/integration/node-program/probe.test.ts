import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeFactsSchema } from "@/lib/domain/nodes/facts";
import { probe, readRegistries } from "@/lib/server/node-program/run";
import { SshFault } from "@/lib/server/ssh/fault";
import { withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";
import { sha256 } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const text = "mirrors:\n  docker.io:\n    endpoint: [https://m.example.com]\n";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "S1", registries: text, config: "token: hush\nembedded-registry: true\n", cluster: "blue" },
    { name: "a1", role: "agent", cluster: "blue", serviceFlags: "--disable-default-registry-endpoint" },
    { name: "r1", distribution: "rke2" },
    { name: "none", distribution: "none" },
  ]);
});
afterAll(() => fleet.stop());

const look = (target: SshTarget, paths: string[] = []) =>
  withSession(target, (session) => probe(session, { paths }));

it("tells what runs on a server, what it reads and how it does", async () => {
  const facts = await look(targetOf(fleet, fleet.get("S1")), ["/etc/hostname", "/etc/ssl/absent.pem"]);
  expect(nodeFactsSchema.parse(facts)).toEqual(facts);
  expect(facts).toMatchObject({
    hostname: "S1",
    nodeName: "s1",
    privilege: "root",
    distribution: "k3s",
    role: "server",
    manager: "systemd",
    unit: "k3s",
    serviceFault: null,
    activeState: "active",
    restarts: 0,
    installedVersion: "v1.33.5+k3s1",
    dataDir: "/var/lib/rancher/k3s",
    registriesPath: "/etc/rancher/k3s/registries.yaml",
    flags: { embeddedRegistry: true, disableDefaultRegistryEndpoint: false },
    registries: { exists: true, sha256: sha256(text), mode: "600", owner: "root:root", size: text.length },
    missingPaths: ["/etc/ssl/absent.pem"],
    readOnly: false,
    containerd: true,
    pendingRestart: false,
  });
  expect(Math.abs((facts.serviceStartedAt ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(facts.freeBytes).toBeGreaterThan(0);
});

it("sees that nodes are of one cluster, and the flags of an agent", async () => {
  const [server, agent] = await Promise.all([
    look(targetOf(fleet, fleet.get("S1"))),
    look(targetOf(fleet, fleet.get("a1"))),
  ]);
  expect(agent.serverCa).toMatch(/^[0-9a-f]{64}$/);
  expect(agent.serverCa).toBe(server.serverCa);
  expect(agent).toMatchObject({
    unit: "k3s-agent",
    role: "agent",
    ready: true,
    runningVersion: "v1.33.5+k3s1",
  });
  expect(agent.flags.disableDefaultRegistryEndpoint).toBe(true);
  expect(agent.registries).toMatchObject({ exists: false, sha256: null });
});

it("takes the enabled one of the two units RKE2 installs", async () => {
  const facts = await look(targetOf(fleet, fleet.get("r1")));
  expect(facts.units.map(({ name }) => name)).toEqual(["rke2-server", "rke2-agent"]);
  expect(facts).toMatchObject({ unit: "rke2-server", distribution: "rke2", containerd: true });
});

it("says that there is no service, or that there are two", async () => {
  const none = fleet.get("none");
  expect(await look(targetOf(fleet, none))).toMatchObject({ unit: null, serviceFault: "service-not-found" });
  for (const role of ["server", "agent"]) {
    const name = role === "server" ? "k3s" : "k3s-agent";
    await none.write(
      `/etc/systemd/system/${name}.service`,
      `[Service]\nExecStart=/usr/local/bin/k3s ${role}\n`,
    );
  }
  expect(await look(targetOf(fleet, none))).toMatchObject({ unit: null, serviceFault: "service-ambiguous" });
});

it("sees look-alikes, templates, Rancher and a file that is newer than the service", async () => {
  const node = fleet.get("S1");
  const template = "/var/lib/rancher/k3s/agent/etc/containerd/config-v3.toml.tmpl";
  await node.write("/etc/rancher/k3s/registries.yml", "mirrors: {}\n");
  await node.write(template, "version = 3\n");
  await node.write("/etc/systemd/system/rancher-system-agent.service", "[Service]\nExecStart=/bin/true\n");
  await node.write(node.registriesPath, "mirrors: {}\n");
  expect(await look(targetOf(fleet, node))).toMatchObject({
    lookAlikes: ["/etc/rancher/k3s/registries.yml"],
    userTemplates: [template],
    rancherManaged: true,
    pendingRestart: true,
  });
});

it("reads the file byte by byte, and null where there is none", async () => {
  const node = fleet.get("a1");
  const target = targetOf(fleet, node, { username: "deploy", sudoPassword: passwordOf("deploy") });
  const read = () => withSession(target, async (session) => readRegistries(session, await probe(session)));
  expect(await read()).toBeNull();
  const odd = "# 镜像 \u0000\r\n\tmirrors: 'x'\\n%41";
  await node.write(node.registriesPath, odd);
  const file = await read();
  expect(Buffer.from(file?.bytes ?? []).toString("utf8")).toBe(odd);
  await node.run(["sh", "-c", `head -c 1048577 /dev/zero >${node.registriesPath}`]);
  await expect(read()).rejects.toMatchObject({ fault: "protocol", params: { reason: "too-large" } });
  await node.remove(node.registriesPath);
});

it.each([
  { user: "deploy" as const, password: "wrong", fault: "sudo-password-wrong" },
  { user: "guest" as const, password: passwordOf("guest"), fault: "not-root" },
])("$user with a password that does not help is $fault", async ({ user, password, fault }) => {
  const target = targetOf(fleet, fleet.get("S1"), { username: user, sudoPassword: password });
  const error = await look(target).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SshFault);
  expect(error).toMatchObject({ fault });
});
