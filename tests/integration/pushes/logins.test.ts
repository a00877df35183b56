import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { NewSshCredential } from "@/lib/domain/nodes/schema";
import { updateGroup } from "@/lib/server/groups/write-group";
import { createNode } from "@/lib/server/nodes/create-node";
import { getNode, listNodes } from "@/lib/server/nodes/queries";
import { testNode } from "@/lib/server/nodes/test-node";
import { updateNode } from "@/lib/server/nodes/update-node";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { temporaryDatabase } from "@/tests/support/database";
import { registerNode } from "@/tests/support/fixtures";
import { passwordOf, startNodes, type TestFleet, type TestUser } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, outcomesOf, push, quick } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;

/** The fleet's own user key, locked with a passphrase by OpenSSH itself. */
function lockedKey(passphrase: string): string {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-key-"));
  const file = join(folder, "key");
  execFileSync("sh", ["-c", 'umask 077; cat >"$1"', "sh", file], { input: fleet.userKey.privateKey });
  execFileSync("ssh-keygen", ["-q", "-p", "-P", "", "-N", passphrase, "-f", file]);
  const text = readFileSync(file, "utf8");
  rmSync(folder, { recursive: true });
  return text;
}

beforeAll(async () => {
  fleet = await startNodes(
    [
      "as-root",
      "as-sudo",
      "as-sudo-password",
      "by-locked-key",
      "wrong-password",
      "no-sudo",
      "new-key",
      "stranger",
    ].map((name) => ({
      name,
      role: "agent" as const,
    })),
  );
});
afterAll(() => fleet.stop());
runnerAtWork();

const byPassword = (username: TestUser, password = passwordOf(username)): NewSshCredential => ({
  kind: "password",
  name: `${username} ${password.length}`,
  username,
  password,
});

it("reaches root by every way in, and names why where there is none", async () => {
  const { groupId, nodeIds } = await groupOf([fleet.get("as-root")], mirrorTo("https://m.example.com"));
  const locked: NewSshCredential = {
    kind: "key",
    name: "locked",
    username: "ops",
    privateKey: lockedKey("open sesame"),
    passphrase: "open sesame",
  };
  const ways: { name: string; credential: NewSshCredential; sudoPassword?: string }[] = [
    { name: "as-sudo", credential: byPassword("ops") },
    { name: "as-sudo-password", credential: byPassword("deploy"), sudoPassword: passwordOf("deploy") },
    { name: "by-locked-key", credential: locked },
    { name: "wrong-password", credential: byPassword("root", "not the password") },
    { name: "no-sudo", credential: byPassword("guest") },
    { name: "new-key", credential: { ...byPassword("root"), name: "root again" } },
  ];
  for (const { name, credential, sudoPassword } of ways) {
    const { id: sshCredentialId } = await createSshCredential(credential, admin);
    const login = {
      sshCredentialId,
      username: credential.username,
      ...(sudoPassword ? { sudoPassword } : {}),
    };
    nodeIds.push((await registerNode(fleet.get(name), login, admin)).id);
  }
  await updateGroup(groupId, { nodeIds }, admin);
  await fleet.get("new-key").changeHostKey();

  const view = await push(groupId, { ...quick, stopAfter: 0 });
  expect(outcomesOf(view)).toEqual({
    "as-root": "changed",
    "as-sudo": "changed",
    "as-sudo-password": "changed",
    "by-locked-key": "changed",
    // The review found these three blocked, so the push left them out.
    "wrong-password": "skipped",
    "no-sudo": "skipped",
    "new-key": "skipped",
  });
  const faults = await Promise.all(
    nodeIds.map(async (id) => (await getNode(admin, id)).check?.fault?.code ?? null),
  );
  expect(faults).toEqual([null, null, null, null, "login-refused", "not-root", "host-key-changed"]);
  expect(await fleet.get("new-key").exists(fleet.get("new-key").registriesPath)).toBe(false);
});

it("sends nothing to a machine whose host key nobody trusted", async () => {
  const { host, port } = fleet.get("stranger");
  const { id: sshCredentialId } = await createSshCredential({ ...byPassword("root"), name: "third" }, admin);
  const input = { name: "stranger", host, port, username: "root", sshCredentialId };
  const { id } = await createNode({ ...input, groupId: null, sudoPassword: null, note: "" }, admin);
  const { check } = await testNode(id, admin);
  expect(check).toMatchObject({ fault: { code: "host-key-unknown" }, facts: null, seenAt: null });
});

it("tells a wrong sudo password from a missing one", async () => {
  const [node] = (await listNodes(admin)).filter(({ name }) => name === "as-sudo-password");
  const id = node?.id ?? "";
  await updateNode(id, { sudoPassword: "wrong" }, admin);
  expect((await testNode(id, admin)).check?.fault?.code).toBe("sudo-password-wrong");
  await updateNode(id, { sudoPassword: null }, admin);
  expect((await testNode(id, admin)).check?.fault?.code).toBe("not-root");
});
