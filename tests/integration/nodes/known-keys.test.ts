import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compareKey, readKnownKeys } from "@/lib/domain/nodes/known-keys";
import { fetchHostKey } from "@/lib/server/ssh/host-key";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

let fleet: TestFleet;
const folder = mkdtempSync(join(tmpdir(), "pullpath-known-"));
beforeAll(async () => {
  fleet = await startNodes([{ name: "key-1" }, { name: "key-2" }]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await fleet.stop();
});

const shownBy = async (name: string) => {
  const { host, port } = fleet.get(name);
  return { host, port, ...(await fetchHostKey({ host, port })) };
};
/** What known_hosts holds for a real machine, written by OpenSSH's own rules and hashed by its own tool. */
function knownHosts(name: string, hash: boolean): string {
  const { host, port, hostKey } = fleet.get(name);
  const file = join(folder, `${name}-${hash}`);
  const label = port === 22 ? host : `[${host}]:${port}`;
  writeFileSync(file, `${label} ${hostKey.publicKey}\n`);
  if (hash) execFileSync("ssh-keygen", ["-H", "-f", file], { stdio: "ignore" });
  return readFileSync(file, "utf8");
}

it("finds the key of a real sshd in what OpenSSH's tools write, hashed or not, and no key of another machine", async () => {
  const [one, two] = [await shownBy("key-1"), await shownBy("key-2")];
  const hashed = knownHosts("key-1", true);
  expect(hashed).toMatch(/^\|1\|/);
  for (const text of [knownHosts("key-1", false), hashed]) {
    expect(compareKey(readKnownKeys(text), one)).toEqual({ verdict: "same" });
    expect(compareKey(readKnownKeys(text), two)).toEqual({ verdict: "none" });
  }
});

it("refuses a real machine that shows another key than the pasted one", async () => {
  const known = readKnownKeys(knownHosts("key-2", true));
  const before = fleet.get("key-2").hostKey.fingerprint;
  await fleet.get("key-2").changeHostKey();
  expect(compareKey(known, await shownBy("key-2"))).toEqual({ verdict: "other", expected: before });
});
