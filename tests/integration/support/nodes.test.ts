import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { login, runRemote } from "@/tests/support/nodes/login";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

const good = "mirrors:\n  docker.io:\n    endpoint:\n      - https://mirror.example.com\n";

describe("logging in to a test node", () => {
  let fleet: TestFleet;
  let node: TestNode;

  beforeAll(async () => {
    const started = performance.now();
    fleet = await startNodes([{ name: "plain" }, { name: "second" }, { name: "strict", requireTty: true }]);
    expect(performance.now() - started).toBeLessThan(3000);
    node = fleet.get("plain");
  });
  afterAll(() => fleet.stop());

  it.each(["root", "ops", "deploy", "guest"] as const)(
    "lets %s in by key and by password",
    async (username) => {
      for (const secret of [{ privateKey: fleet.userKey.privateKey }, { password: passwordOf(username) }]) {
        const client = await login(node, { username, ...secret });
        expect(await runRemote(client, "id -un; hostname")).toEqual({
          code: 0,
          stdout: `${username}\nplain\n`,
          stderr: "",
        });
        client.end();
      }
    },
  );

  it("refuses a wrong password", async () => {
    await expect(login(node, { username: "ops", password: "wrong" })).rejects.toThrow(/authentication/);
  });

  it("lets ops use sudo without and deploy with a password, and guest not at all", async () => {
    const sudo = async (username: "ops" | "deploy" | "guest", command: string, input?: string) => {
      const client = await login(node, { username, privateKey: fleet.userKey.privateKey });
      const result = await runRemote(client, command, input);
      client.end();
      return result;
    };
    expect(await sudo("ops", "sudo -n id -u")).toMatchObject({ code: 0, stdout: "0\n", stderr: "" });
    expect(await sudo("deploy", "sudo -n id -u")).toMatchObject({
      code: 1,
      stderr: "sudo: a password is required\n",
    });
    expect(await sudo("deploy", "sudo -S -p '' id -u", "deploy-password\n")).toMatchObject({ stdout: "0\n" });
    expect(await sudo("deploy", "sudo -S -p '' id -u", "wrong\n")).toMatchObject({ code: 1 });
    const refused = await sudo("guest", "sudo -S -p '' id -u", "guest-password\n");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("guest is not in the sudoers file");
  });

  it("wants a terminal for sudo where it is told to", async () => {
    const client = await login(fleet.get("strict"), { username: "ops", password: "ops-password" });
    const result = await runRemote(client, "sudo -n id -u");
    client.end();
    expect(result.code).toBe(1);
    expect(result.stderr).toContain("you must have a tty");
  });

  it("shows another host key after it was changed", async () => {
    const before = node.hostKey.fingerprint;
    const after = await node.changeHostKey();
    expect(after.fingerprint).not.toBe(before);
    const secret = { username: "root", privateKey: fleet.userKey.privateKey };
    await expect(login(node, { ...secret, fingerprint: before })).rejects.toThrow(/[Hh]ost/);
    const client = await login(node, secret);
    client.end();
  });

  it("keeps its files to itself", async () => {
    await node.write(node.registriesPath, good);
    expect(await node.stat(node.registriesPath)).toMatchObject({
      mode: "600",
      uid: 0,
      gid: 0,
      size: good.length,
    });
    expect(await node.read(node.registriesPath)).toBe(good);
    expect(await fleet.get("second").exists(node.registriesPath)).toBe(false);
    expect(await fleet.get("second").list("/home")).toEqual(["deploy", "guest", "ops"]);
  });
});
