import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

let fleet: TestFleet;
let node: TestNode;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "one", cluster: "c", serviceFlags: "--private-registry=/etc/rancher/other.yaml" },
    { name: "two", cluster: "c", role: "agent" },
  ]);
  node = fleet.get("one");
});
afterAll(() => fleet.stop());

describe("the service manager of a node", () => {
  it("answers properties in its own order, and not-found for a missing unit", async () => {
    const shown = await node.run(["systemctl", "show", "k3s", "-p", "SubState,Type", "-p", "NRestarts"]);
    expect(shown).toBe("Type=notify\nNRestarts=0\nSubState=running\n");
    expect(await node.run(["systemctl", "show", "nothing", "-p", "LoadState,ActiveState"])).toBe(
      "LoadState=not-found\nActiveState=inactive\n",
    );
    expect(await node.run(["systemctl", "show", "k3s", "-p", "ExecStart", "--value"])).toContain(
      "argv[]=/usr/local/bin/k3s server --private-registry=/etc/rancher/other.yaml ;",
    );
    expect(await node.exec(["systemctl", "is-active", "nothing"])).toMatchObject({
      code: 3,
      stdout: "inactive\n",
    });
    expect(await node.run(["systemctl", "list-unit-files", "k3s*", "--no-legend"])).toBe(
      "k3s.service enabled enabled\n",
    );
  });

  it("names the process that runs and a new invocation after a restart", async () => {
    const ask = () =>
      node.run(["systemctl", "show", "k3s", "-p", "MainPID,InvocationID,ActiveEnterTimestampMonotonic"]);
    const before = await ask();
    const pid = /MainPID=(\d+)/.exec(before)?.[1] ?? "";
    expect(await node.run(["cat", `/proc/${pid}/cmdline`])).toContain("k3s\0server");
    const runs = (await node.restarts()).length;
    await node.run(["systemctl", "--no-block", "restart", "k3s"]);
    await waitFor(async () => (await node.restarts())[runs]?.readyAt);
    const after = await ask();
    for (const line of before.trim().split("\n")) expect(after).not.toContain(line);
  });

  it("lets only root restart", async () => {
    const refused = await node.exec(["systemctl", "restart", "k3s"], { user: "guest" });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("Interactive authentication required");
  });

  it("keeps a restart going when the one who asked is killed", async () => {
    const runs = (await node.restarts()).length;
    await node.exec(["timeout", "-s", "KILL", "0.05", "systemctl", "restart", "k3s"]);
    await waitFor(async () => (await node.restarts()).length > runs);
    await waitFor(async () => (await node.activeState()) === "active");
  });
});

describe("the journal of a node", () => {
  it("answers by unit, number, form, time and cursor", async () => {
    const all = await node.run(["journalctl", "-u", "k3s", "-o", "cat", "--no-pager"]);
    const last = await node.run([
      "journalctl",
      "-u",
      "k3s.service",
      "-n",
      "2",
      "-o",
      "cat",
      "--no-pager",
      "--show-cursor",
    ]);
    const lines = last.trim().split("\n");
    expect(all).toContain(lines[0]);
    const cursor = lines[2]?.replace("-- cursor: ", "");
    expect(await node.run(["journalctl", "-u", "k3s", `--after-cursor=${cursor}`])).toBe(
      "-- No entries --\n",
    );
    const since = `@${Date.now() / 1000 + 60}`;
    expect(await node.run(["journalctl", "-u", "k3s", "--since", since])).toBe("-- No entries --\n");
    expect(await node.run(["journalctl", "-u", "k3s", "--since", "-1min", "-b"])).toContain("one k3s[");
    const json = await node.run(["journalctl", "-u", "k3s", "-n", "1", "-o", "json"]);
    expect(JSON.parse(json)).toMatchObject({ _SYSTEMD_UNIT: "k3s.service", MESSAGE: "Started k3s.service" });
  });
});

describe("the Kubernetes of a node", () => {
  it("reads the file its flag names, and shows the version that runs until a restart", async () => {
    await node.write(
      "/etc/rancher/other.yaml",
      "configs:\n  r.example.com:\n    auth: {username: u, password: p}\n",
    );
    await node.installVersion("v1.34.1+k3s1");
    const kubelet = ["--kubeconfig", "/var/lib/rancher/k3s/agent/kubelet.kubeconfig"];
    const version = () =>
      node.run([
        "k3s",
        "kubectl",
        ...kubelet,
        "get",
        "node",
        "one",
        "-o",
        "jsonpath={.status.nodeInfo.kubeletVersion}",
      ]);
    expect(await version()).toBe("v1.33.5+k3s1");
    expect(await node.run(["k3s", "--version"])).toContain("v1.34.1+k3s1");
    await node.run(["systemctl", "restart", "k3s"]);
    expect(await version()).toBe("v1.34.1+k3s1");
    expect(await node.read("/var/lib/rancher/k3s/agent/etc/containerd/config.toml")).toContain(
      'username = "u"',
    );
  });

  it("lists nodes with their conditions, and refuses while no server is up", async () => {
    const get = [
      "kubectl",
      "--kubeconfig",
      "/var/lib/rancher/k3s/agent/kubelet.kubeconfig",
      "get",
      "nodes",
      "-o",
      "json",
    ];
    const two = fleet.get("two");
    const list = JSON.parse(await two.run(get)) as { items: { metadata: { name: string } }[] };
    expect(list.items.map((item) => item.metadata.name)).toEqual(["one", "two"]);
    expect(JSON.stringify(list)).toContain('"EtcdIsVoter","status":"True"');
    await node.run(["systemctl", "stop", "k3s"]);
    expect(await two.exec(get)).toMatchObject({ code: 1, stderr: expect.stringContaining("was refused") });
    await node.run(["systemctl", "start", "k3s"]);
    expect((await two.exec(get)).code).toBe(0);
  });

  it("leaves an agent of type notify in its start for as long as its file is bad", async () => {
    const two = fleet.get("two");
    await two.write(two.registriesPath, "mirrors:\n\ta:\n");
    const restart = two.exec(["systemctl", "restart", "k3s-agent"]);
    await waitFor(async () => (await two.journal()).includes("server is not ready: yaml:"));
    expect(await two.activeState()).toBe("activating");
    await two.remove(two.registriesPath);
    expect((await restart).code).toBe(0);
  });
});
