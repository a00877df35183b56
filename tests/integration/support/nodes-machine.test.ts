import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBlackhole } from "@/tests/support/nodes/blackhole";
import { findRefusingAddress, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { login, runRemote } from "@/tests/support/nodes/login";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const good = "mirrors:\n  docker.io:\n    endpoint:\n      - https://mirror.example.com\n";
let fleet: TestFleet;
let node: TestNode;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "box", registries: good, systemdRun: true },
    { name: "odd", shellBanner: "Welcome to the machine", sftp: false, pam: false },
  ]);
  node = fleet.get("box");
});
afterAll(() => fleet.stop());

describe("a broken machine", () => {
  const overwrite = () => node.exec(["sh", "-c", `echo x >${node.registriesPath}`]);

  it("has no room left below /etc/rancher", async () => {
    await node.setFault("disk-full");
    const write = await node.exec(["sh", "-c", "echo x | cat >/etc/rancher/k3s/new"]);
    expect(write.stderr).toMatch(/No space left/);
    expect(await node.read(node.registriesPath)).toBe(good);
    await node.setFault("disk-full", false);
    expect(await node.read(node.registriesPath)).toBe(good);
  });

  it("has a read-only file system", async () => {
    await node.setFault("read-only");
    expect((await overwrite()).stderr).toMatch(/Read-only file system/);
    await node.setFault("read-only", false);
  });

  it("has an immutable file that even root may not replace", async () => {
    await node.setFault("immutable-file");
    expect((await overwrite()).stderr).toMatch(/Operation not permitted/);
    const move = await node.exec([
      "sh",
      "-c",
      `echo x >/etc/rancher/n; mv -f /etc/rancher/n ${node.registriesPath}`,
    ]);
    expect(move.stderr).toMatch(/Operation not permitted/);
    await node.setFault("immutable-file", false);
    expect(await node.read(node.registriesPath)).toBe(good);
  });

  it("lacks the unit", async () => {
    await node.setFault("unit-missing");
    const restart = await node.exec(["systemctl", "restart", "k3s"]);
    expect(restart).toMatchObject({
      code: 5,
      stderr: "Failed to restart k3s.service: Unit k3s.service not found.\n",
    });
    await node.setFault("unit-missing", false);
    expect((await node.exec(["systemctl", "restart", "k3s"])).code).toBe(0);
  });

  it("dies during a restart, keeps its disk and runs its enabled units at the next boot", async () => {
    await node.write("/tmp/volatile", "x");
    await node.write("/opt/again", "x");
    const unit =
      "[Service]\nType=oneshot\nExecStart=/bin/sh -c 'echo back >/opt/booted'\n[Install]\nWantedBy=multi-user.target\n";
    await node.write("/etc/systemd/system/return.service", unit, "0644");
    await node.run(["systemctl", "enable", "return"]);
    await node.setFault("dies-during-restart");
    await node.exec(["systemctl", "restart", "k3s"]);
    await waitFor(() => !node.isOn);
    await node.boot();
    await waitFor(() => node.exists("/opt/booted"));
    expect(await node.exists("/tmp/volatile")).toBe(false);
    expect(await node.exists("/opt/again")).toBe(true);
    await waitFor(async () => (await node.activeState()) === "active");
    await login(node, { username: "root", privateKey: fleet.userKey.privateKey }).then((client) =>
      client.end(),
    );
  });

  it("runs a transient unit apart from the session that asked for it", async () => {
    const program = [
      "systemd-run",
      "--unit",
      "apart",
      "--collect",
      "/bin/sh",
      "-c",
      'sleep 0.2; echo "it\'s" >/opt/apart',
    ];
    await node.run(program);
    await waitFor(() => node.exists("/opt/apart"));
    expect(await node.read("/opt/apart")).toBe("it's\n");
  });
});

describe("an odd shell", () => {
  it("prints a banner first and has no SFTP", async () => {
    const client = await login(fleet.get("odd"), { username: "root", password: "root-password" });
    expect((await runRemote(client, "echo hello")).stdout).toBe("Welcome to the machine\nhello\n");
    await expect(
      new Promise((done, fail) => client.sftp((error) => (error ? fail(error) : done(0)))),
    ).rejects.toThrow();
    client.end();
  });
});

describe("a bad line", () => {
  const secret = () => ({ username: "root", privateKey: fleet.userKey.privateKey });

  it("is cut after an exact number of bytes in one direction", async () => {
    const proxy = await startCutProxy(node, { cutAfterBytes: 700, direction: "to-node" });
    await expect(login(node, { ...secret(), via: proxy })).rejects.toThrow();
    expect(proxy.passed["to-node"]).toBe(700);
    await proxy.stop();
  });

  it("is cut on command while a program runs, and carries everything when it is whole", async () => {
    const proxy = await startCutProxy(node, { delayMs: 5 });
    const client = await login(node, { ...secret(), via: proxy });
    expect((await runRemote(client, "wc -c", "x".repeat(100_000))).stdout).toBe("100000\n");
    const closed = new Promise((resolve) => client.once("close", () => resolve(true)));
    client.removeAllListeners("error").on("error", () => undefined);
    client.exec("sleep 5; touch /opt/late", () => proxy.cut());
    await closed;
    await proxy.stop();
  });

  it("is silent, refused or drops packets", async () => {
    const proxy = await startCutProxy(node, { dropAll: true });
    await expect(login(node, { ...secret(), via: proxy, readyTimeout: 300 })).rejects.toThrow(/handshake/);
    expect(proxy.accepted).toBe(1);
    await proxy.stop();
    await expect(login(node, { ...secret(), via: await findRefusingAddress() })).rejects.toThrow(
      /ECONNREFUSED/,
    );
    const hole = await startBlackhole();
    await expect(login(node, { ...secret(), via: hole, readyTimeout: 300 })).rejects.toThrow(/handshake/);
    await hole.stop();
  });

  it("loses the session when it is killed on the node", async () => {
    const client = await login(node, secret());
    const closed = new Promise((resolve) => client.once("close", () => resolve(true)));
    client.removeAllListeners("error").on("error", () => undefined);
    await node.killSessions();
    await closed;
    await login(node, secret()).then((next) => next.end());
  });
});
