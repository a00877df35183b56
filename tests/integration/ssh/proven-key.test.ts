import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "@/lib/domain/result";
import { provesHostKey } from "@/lib/server/ssh/host-key";
import { withSession } from "@/lib/server/ssh/session";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const rsa = makeKeyPair("rsa", ["-t", "rsa", "-b", "2048"]);
const publicKey = rsa.publicKey.split(" ")[1] ?? "";
const tooOld = { fault: "protocol", params: { reason: "no-common-algorithm" } };
const hostKey = { algorithm: "ssh-rsa", publicKey };
let fleet: TestFleet;
let before = "";

beforeAll(async () => {
  fleet = await startNodes([{ name: "rsa", distribution: "none" }]);
  const node = fleet.get("rsa");
  before = (await node.read("/etc/ssh/sshd_config")).replace(/^HostKey .*$/m, "HostKey /etc/ssh/rsa_key");
  await node.write("/etc/ssh/rsa_key", rsa.privateKey);
});
afterAll(() => fleet.stop());

async function signWith(algorithms: string): Promise<void> {
  const node = fleet.get("rsa");
  await node.write("/etc/ssh/sshd_config", `${before}\nHostKeyAlgorithms ${algorithms}\n`);
  await node.reloadSshd();
}

it("is one that a machine agrees on a connection with, and no other", async () => {
  await signWith("rsa-sha2-512,rsa-sha2-256,ssh-rsa");
  const { host, port } = fleet.get("rsa");
  expect(await provesHostKey({ host, port }, hostKey)).toBe(true);
  const other = makeKeyPair("other").publicKey.split(" ")[1] ?? "";
  expect(await provesHostKey({ host, port }, { algorithm: "ssh-ed25519", publicKey: other })).toBe(false);
});

it("is not proven with SHA-1 when it is new, which is good enough for one that is trusted", async () => {
  await signWith("ssh-rsa");
  const node = fleet.get("rsa");
  const { host, port } = node;
  await expect(provesHostKey({ host, port }, hostKey)).rejects.toMatchObject(tooOld);
  let kept = 0;
  const keep = async () => {
    kept += 1;
  };
  const vouch = async () => ok({ hostKey, keep });
  const connect = (changes: Parameters<typeof targetOf>[2]) =>
    withSession(targetOf(fleet, node, { vouch, ...changes }), async () => "connected");
  await expect(connect({ hostKey: null })).rejects.toMatchObject(tooOld);
  expect(kept).toBe(0);
  expect(await connect({ hostKey })).toBe("connected");
  expect(await connect({ hostKey, isVouchOver: true })).toBe("connected");
});
