import { afterAll, beforeAll, expect, it } from "vitest";
import { SshFault } from "@/lib/server/ssh/fault";
import { fetchHostKey } from "@/lib/server/ssh/host-key";
import { generateEd25519 } from "@/lib/server/ssh/keys";
import { type SshSession, withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";
import { keyLogin, targetOf } from "@/tests/integration/ssh/target-of";
import { startBlackhole } from "@/tests/support/nodes/blackhole";
import { findRefusingAddress } from "@/tests/support/nodes/cut-proxy";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

type Jump = NonNullable<SshTarget["jump"]>;

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([{ name: "gate" }, { name: "hall" }, { name: "room" }]);
});
afterAll(() => fleet.stop());

const timeouts = { connectMs: 2_000, commandMs: 5_000 };
const through = (name: string, changes: Partial<SshTarget> = {}): Jump => ({
  ...targetOf(fleet, fleet.get(name), { timeouts, ...changes }),
  name,
});
const room = (jump: Jump, changes: Partial<SshTarget> = {}) =>
  targetOf(fleet, fleet.get("room"), { timeouts, jump, ...changes });

const hostname = async (session: SshSession) => (await session.run("hostname")).stdout.toString().trim();

/** Logins that a machine has let in so far. */
const loginsOf = async (name: string) =>
  (await fleet.get(name).read("/var/log/sshd.log")).match(/Accepted /g)?.length ?? 0;

async function faultOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error("no fault"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SshFault)) throw error;
  return { fault: error.fault, ...error.params };
}

it("goes through one jump host and through two, logging in to each", async () => {
  const before = { gate: await loginsOf("gate"), hall: await loginsOf("hall") };
  expect(await withSession(room(through("gate")), hostname)).toBe("room");
  expect(await withSession(room(through("hall", { jump: through("gate") })), hostname)).toBe("room");
  expect(await loginsOf("gate")).toBe(before.gate + 2);
  expect(await loginsOf("hall")).toBe(before.hall + 1);
});

it("shows the host key of the machine behind, not of the one on the way", async () => {
  const { host, port, hostKey } = fleet.get("room");
  const key = await fetchHostKey({ host, port, jump: through("gate") });
  expect(key.fingerprint).toBe(hostKey.fingerprint);
});

it("stops hard at a key that changed, and says at which of the machines", async () => {
  const { hostKey: other } = targetOf(fleet, fleet.get("hall"));
  expect(await faultOf(withSession(room(through("gate", { hostKey: other })), hostname))).toMatchObject({
    fault: "jump-failed",
    reason: "host-key-changed",
    jump: "gate",
    presented: fleet.get("gate").hostKey.fingerprint,
  });
  expect(await faultOf(withSession(room(through("gate", { hostKey: null })), hostname))).toMatchObject({
    fault: "jump-failed",
    reason: "host-key-unknown",
  });
  const changed = await faultOf(withSession(room(through("gate"), { hostKey: other }), hostname));
  expect(changed).toMatchObject({
    fault: "host-key-changed",
    presented: fleet.get("room").hostKey.fingerprint,
  });
  expect(changed).not.toHaveProperty("jump");
});

it("tells a login that a jump host refuses from one that the machine behind refuses", async () => {
  const login = keyLogin(generateEd25519("stranger").privateKey);
  expect(await faultOf(withSession(room(through("gate", { login })), hostname))).toMatchObject({
    fault: "jump-failed",
    reason: "login-refused",
    jump: "gate",
  });
  const refused = await faultOf(withSession(room(through("gate"), { login }), hostname));
  expect(refused).toMatchObject({ fault: "login-refused" });
  expect(refused).not.toHaveProperty("jump");
});

it("tells where the way ends", async () => {
  const nobody = await findRefusingAddress();
  const silent = await startBlackhole();
  const to = (at: { host: string; port: number }) => withSession(room(through("gate"), at), hostname);
  expect(await faultOf(to(nobody))).toMatchObject({ fault: "connection-refused", jump: "gate" });
  expect(await faultOf(to(silent))).toMatchObject({ fault: "unreachable", jump: "gate" });
  const gone = through("gate", nobody);
  const atGate = await faultOf(withSession(room(gone), hostname));
  expect(atGate).toMatchObject({ fault: "unreachable", reason: "jump-refused", port: String(nobody.port) });
  const atHall = await faultOf(
    withSession(room(through("hall", { ...nobody, jump: through("gate") })), hostname),
  );
  expect(atHall).toMatchObject({ fault: "unreachable", reason: "jump-refused", jump: "gate" });
  await silent.stop();
});

it("is a lost connection when the jump host goes away in the middle", async () => {
  const work = withSession(room(through("hall")), async (session) => {
    const goAway = fleet.get("hall").run(["pkill", "-f", "^sshd: root"]);
    const [slow] = await Promise.all([session.run("sleep 60"), goAway]);
    return slow;
  });
  expect(await faultOf(work)).toMatchObject({ fault: "connection-lost" });
});

it("says that a jump host forbids forwarding", async () => {
  const gate = fleet.get("gate");
  await gate.run(["sh", "-c", "echo 'AllowTcpForwarding no' >>/etc/ssh/sshd_config"]);
  await gate.reloadSshd();
  expect(await faultOf(withSession(room(through("gate")), hostname))).toMatchObject({
    fault: "jump-failed",
    reason: "forwarding-forbidden",
    jump: "gate",
  });
});
