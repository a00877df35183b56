import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SshFault } from "@/lib/server/ssh/fault";
import { fetchHostKey } from "@/lib/server/ssh/host-key";
import { generateEd25519 } from "@/lib/server/ssh/keys";
import { withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";
import { keyLogin, passwordLogin, targetOf } from "@/tests/integration/ssh/target-of";
import { startBlackhole } from "@/tests/support/nodes/blackhole";
import { findRefusingAddress, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

let fleet: TestFleet;
const folder = mkdtempSync(join(tmpdir(), "pullpath-login-"));
beforeAll(async () => {
  fleet = await startNodes([
    { name: "plain" },
    { name: "banner", shellBanner: "Welcome. All use is logged." },
    { name: "tty", requireTty: true },
    { name: "keys-only", passwordLogin: false },
    { name: "narrow", maxStartups: "2:100:4" },
    { name: "old", distribution: "none" },
  ]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fleet.stop();
});

const target = (name: string, changes: Partial<SshTarget> = {}) => targetOf(fleet, fleet.get(name), changes);

const whoAmI = (to: SshTarget) =>
  withSession(to, async (session) => (await session.run("id -un")).stdout.toString().trim());

const privilegeOf = (to: SshTarget) => withSession(to, async (session) => (await session.root()).privilege);

async function faultOf(work: Promise<unknown>): Promise<SshFault> {
  const error = await work.then(
    () => new Error("no fault"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SshFault)) throw error;
  for (const secret of ["-password", "wrong-secret", "PRIVATE KEY"]) {
    expect(JSON.stringify([error.message, error.params])).not.toContain(secret);
  }
  return error;
}

describe("login", () => {
  it("works with a key, a locked key, a password and keyboard-interactive", async () => {
    const file = join(folder, "locked");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "open-sesame", "-f", file]);
    const line = readFileSync(`${file}.pub`, "utf8");
    const plain = fleet.get("plain");
    await plain.run(["sh", "-c", `printf '%s' '${line}' >>~root/.ssh/authorized_keys`]);
    expect(await whoAmI(target("plain"))).toBe("root");
    expect(
      await whoAmI(target("plain", { login: keyLogin(readFileSync(file, "utf8"), "open-sesame") })),
    ).toBe("root");
    expect(await whoAmI(target("plain", { username: "ops", login: passwordLogin("ops") }))).toBe("ops");
    await plain.run([
      "sed",
      "-i",
      "s/^PasswordAuthentication.*/PasswordAuthentication no/",
      "/etc/ssh/sshd_config",
    ]);
    await plain.reloadSshd();
    expect(await whoAmI(target("plain", { username: "ops", login: passwordLogin("ops") }))).toBe("ops");
  });

  it("refused is told with the methods the server offers, after one try", async () => {
    const stranger = keyLogin(generateEd25519("stranger").privateKey);
    const fault = await faultOf(whoAmI(target("keys-only", { username: "ops", login: stranger })));
    expect(fault).toMatchObject({ fault: "login-refused", params: { user: "ops", methods: "publickey" } });
    const login = { kind: "password" as const, password: "wrong-secret" };
    const banner = fleet.get("banner");
    const before = await banner.read("/var/log/sshd.log");
    expect((await faultOf(whoAmI(target("banner", { username: "ops", login })))).fault).toBe("login-refused");
    const tries = (await banner.read("/var/log/sshd.log")).slice(before.length).match(/Failed \S+ for ops/g);
    expect(tries).toHaveLength(1);
    expect((await faultOf(whoAmI(target("keys-only", { login })))).fault).toBe("login-refused");
  });

  it("goes by a name with @ in it as it stands, as bastions ask for it", async () => {
    const username = "mei@root@10.0.4.21";
    const fault = await faultOf(whoAmI(target("keys-only", { username })));
    expect(fault).toMatchObject({ fault: "login-refused", params: { user: username } });
    expect(await fleet.get("keys-only").read("/var/log/sshd.log")).toContain(`Invalid user ${username} from`);
  });
});

describe("host keys", () => {
  it("are fetched as ssh-keygen would show them, before anybody logs in", async () => {
    const node = fleet.get("plain");
    const key = await fetchHostKey(node);
    expect(key.algorithm).toBe("ssh-ed25519");
    expect(key.fingerprint).toBe(node.hostKey.fingerprint);
    expect(node.hostKey.publicKey).toContain(key.publicKey);
  });

  it("that nobody trusts stop everything", async () => {
    const fault = await faultOf(whoAmI(target("plain", { hostKey: null })));
    expect(fault.fault).toBe("host-key-unknown");
    expect(fault.params["presented"]).toBe(fleet.get("plain").hostKey.fingerprint);
  });

  it("that changed stop everything and show both fingerprints", async () => {
    const trusted = fleet.get("plain").hostKey.fingerprint;
    const [algorithm = "", publicKey = ""] = fleet.get("plain").hostKey.publicKey.split(" ");
    const fault = await faultOf(whoAmI(target("banner", { hostKey: { algorithm, publicKey } })));
    expect(fault).toMatchObject({
      fault: "host-key-changed",
      params: { expected: trusted, presented: fleet.get("banner").hostKey.fingerprint },
    });
  });

  it("of the trusted kind are asked for on a host that has several", async () => {
    const node = fleet.get("tty");
    await node.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", "/etc/ssh/extra"]);
    await node.run(["sh", "-c", "echo 'HostKey /etc/ssh/extra' >>/etc/ssh/sshd_config"]);
    await node.reloadSshd();
    const [algorithm = "", publicKey = ""] = (await node.read("/etc/ssh/extra.pub")).split(" ");
    expect(await whoAmI(target("tty", { hostKey: { algorithm, publicKey } }))).toBe("root");
    expect(await whoAmI(target("tty"))).toBe("root");
  });

  it("signed with SHA-1 are taken only from who is trusted by such a key", async () => {
    const node = fleet.get("old");
    await node.run(["ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "/etc/ssh/rsa"]);
    await node.run(["sh", "-c", "sed -i 's,^HostKey .*,HostKey /etc/ssh/rsa,' /etc/ssh/sshd_config"]);
    const reload = (algorithms: string) =>
      node
        .run(["sh", "-c", `echo 'HostKeyAlgorithms ${algorithms}' >>/etc/ssh/sshd_config`])
        .then(() => node.reloadSshd());
    await reload("ssh-rsa");
    const [algorithm = "", publicKey = ""] = (await node.read("/etc/ssh/rsa.pub")).split(" ");
    expect(await whoAmI(target("old", { hostKey: { algorithm, publicKey } }))).toBe("root");
    const refused = { fault: "protocol", params: { reason: "no-common-algorithm" } };
    expect(await faultOf(fetchHostKey(node))).toMatchObject(refused);
    expect(await faultOf(whoAmI(target("old")))).toMatchObject(refused);
    await node.run(["sed", "-i", "/^HostKeyAlgorithms/d", "/etc/ssh/sshd_config"]);
    await reload("rsa-sha2-512");
    expect((await fetchHostKey(node)).algorithm).toBe("ssh-rsa");
    expect(await whoAmI(target("old", { hostKey: { algorithm, publicKey } }))).toBe("root");
  });
});

describe("becoming root", () => {
  it.each([
    { name: "plain", username: "root", privilege: "root" },
    { name: "plain", username: "ops", privilege: "sudo" },
    { name: "plain", username: "deploy", privilege: "sudo-password" },
    { name: "banner", username: "ops", privilege: "sudo" },
  ])("on $name as $username works by $privilege", async ({ name, username, privilege }) => {
    const sudoPassword = privilege === "sudo-password" ? passwordOf("deploy") : null;
    expect(await privilegeOf(target(name, { username, sudoPassword }))).toBe(privilege);
  });

  it.each([
    { name: "plain", username: "deploy", fault: "not-root", reason: "password-needed" },
    { name: "plain", username: "guest", fault: "not-root", reason: "password-needed" },
    { name: "tty", username: "ops", fault: "sudo-needs-terminal", reason: undefined },
  ])("on $name as $username is refused as $fault", async ({ name, username, fault, reason }) => {
    const seen = await faultOf(privilegeOf(target(name, { username })));
    expect(seen.fault).toBe(fault);
    expect(seen.params["reason"]).toBe(reason);
  });
});

describe("nodes that cannot be reached", () => {
  const timeouts = { connectMs: 1_000, commandMs: 1_000 };

  it("each say why", async () => {
    const refused = await findRefusingAddress();
    expect((await faultOf(whoAmI({ ...target("plain"), ...refused }))).fault).toBe("connection-refused");
    const dropped = await startBlackhole();
    const silent = await startCutProxy(fleet.get("plain"), { dropAll: true });
    const to = (at: { host: string; port: number }) => ({
      ...target("plain"),
      host: at.host,
      port: at.port,
      timeouts,
    });
    expect(await faultOf(whoAmI(to(dropped)))).toMatchObject({
      fault: "unreachable",
      params: { reason: "timeout" },
    });
    expect(await faultOf(whoAmI(to(silent)))).toMatchObject({
      fault: "unreachable",
      params: { reason: "no-answer" },
    });
    const nowhere = { host: "no-such-host.invalid", port: 22 };
    expect(await faultOf(whoAmI(to(nowhere)))).toMatchObject({
      fault: "unreachable",
      params: { reason: "dns" },
    });
    await silent.stop();
    await dropped.stop();
  });

  it("lose a connection in the middle as connection-lost, also when nothing says so", async () => {
    const proxy = await startCutProxy(fleet.get("plain"));
    const to = { ...target("plain"), host: proxy.host, port: proxy.port, timeouts };
    const cut = withSession(to, async (session) => {
      const running = session.run("sleep 30");
      proxy.cut();
      await running;
    });
    expect((await faultOf(cut)).fault).toBe("connection-lost");
    const frozen = withSession(to, async (session) => {
      proxy.freeze();
      await session.run("true");
    });
    expect((await faultOf(frozen)).fault).toBe("connection-lost");
    await proxy.stop();
  });

  it("get through to a server that turns most newcomers away", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => whoAmI(target("narrow"))));
    expect(all).toEqual(Array.from({ length: 6 }, () => "root"));
  });
});
