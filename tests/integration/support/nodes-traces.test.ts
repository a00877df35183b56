import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { machineCommand } from "@/tests/support/nodes/machine";
import { type NodeSpec, resolveSpec } from "@/tests/support/nodes/node-spec";
import { writeSeed } from "@/tests/support/nodes/seed";
import { startNodes } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";

/** What a node could have changed on the machine of the tests: settings, accounts, programs, K3s's own places. */
function hostState(): Record<string, string> {
  const tree = execFileSync(
    "sh",
    [
      "-c",
      "find /etc /usr/local/bin /usr/bin/systemctl -xdev -printf '%p %s %m %U %T@\\n' | sort | sha256sum",
    ],
    { encoding: "utf8" },
  );
  return {
    tree,
    contents: execFileSync("sh", ["-c", "cat /etc/passwd /etc/shadow /etc/sudoers /etc/hosts | sha256sum"], {
      encoding: "utf8",
    }),
    places: ["/etc/rancher", "/var/lib/rancher", "/var/lib/played", "/run/played", "/home/ops"]
      .map((path) => `${path} ${existsSync(path)}`)
      .join(),
    mounts: readFileSync("/proc/self/mountinfo", "utf8"),
    hostname: readFileSync("/proc/sys/kernel/hostname", "utf8"),
  };
}

/** Processes whose command line names this folder or the address, dead ones aside. */
function processesAbout(...words: string[]): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return words.some((word) => line.includes(word)) ? [`${pid} ${line}`] : [];
      } catch (error) {
        // It ended while the folder was read.
        if (error instanceof Error && "code" in error) return [];
        throw error;
      }
    });
}

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("pullpath-nodes-"));

describe("test nodes on this machine", () => {
  it("change nothing outside themselves and leave nothing behind", async () => {
    const before = hostState();
    const foldersBefore = folders();
    const specs: NodeSpec[] = [{}, {}, {}];
    const started = performance.now();
    const fleet = await startNodes(specs);
    expect(performance.now() - started).toBeLessThan(3000);
    const own = folders().filter((name) => !foldersBefore.includes(name));
    expect(own.length).toBeGreaterThan(0);
    for (const node of fleet.nodes) {
      await node.write("/etc/pullpath-trace", "x");
      await node.write("/usr/local/bin/pullpath-trace", "x", "0755");
      await node.run(["sh", "-c", "echo x >>/etc/passwd; rm /etc/hosts; useradd trace; hostname changed"]);
      await node.setFault("read-only");
    }
    expect(hostState()).toEqual(before);
    await fleet.stop();
    expect(hostState()).toEqual(before);
    for (const name of own) expect(existsSync(`${tmpdir()}/${name}`)).toBe(false);
    expect(processesAbout(...own)).toEqual([]);
  });

  it("die with the process that started them, however it ends", async () => {
    const before = hostState();
    const folder = await mkdtemp(join(tmpdir(), "pullpath-nodes-"));
    const [hostKey, userKey] = [makeKeyPair("held"), makeKeyPair("user")];
    const spec = resolveSpec({}, "held");
    const child = startHolder(await writeSeed({ folder, spec, address: "127.9.9.9", hostKey, userKey }));
    const line = await new Promise<string>((done) =>
      child.stdout?.once("data", (text) => done(String(text))),
    );
    expect(line).toMatch(/^booted \d+\n$/);
    expect(processesAbout(folder).length).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await once(child, "exit");
    await waitFor(() => processesAbout(folder).length === 0, { what: "the node to die" });
    expect(() => process.kill(Number(line.split(" ")[1]), 0)).toThrow(/ESRCH/);
    await waitFor(() => !existsSync(folder), { what: "its folder to go" });
    expect(hostState()).toEqual(before);
  });

  it("can prove that servers of one cluster were never down together", async () => {
    const fleet = await startNodes(["a", "b"].map((name) => ({ name, cluster: "one" })));
    const outages = async () =>
      (await Promise.all(fleet.nodes.map((node) => node.outages()))).map((list) => list.at(-1));
    const overlap = ([a, b]: ({ from: number; to: number } | undefined)[]) =>
      a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
    for (const node of fleet.nodes) await node.run(["systemctl", "restart", "k3s"]);
    expect(overlap(await outages())).toBe(false);
    await Promise.all(fleet.nodes.map((node) => node.run(["systemctl", "restart", "k3s"])));
    expect(overlap(await outages())).toBe(true);
    await fleet.stop();
  });
});

/** Another process that holds a machine, and says when it is up. */
function startHolder(seed: string): ChildProcess {
  const [command, args] = machineCommand(seed);
  const program = `
    const options = { stdio: ["pipe", "inherit", "inherit"] };
    require("node:child_process").spawn("${command}", ${JSON.stringify(args)}, options).stdin.write("boot\\n");`;
  return spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
}
