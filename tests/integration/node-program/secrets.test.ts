import { afterAll, beforeAll, expect, it } from "vitest";
import { mirrorFile, requestFor, run, sha256 } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const canary = "c4nary-in-the-file";
const keyCanary = "c4nary-in-the-key";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([{ name: "s1", registries: "mirrors: {}\n" }]);
});
afterAll(() => fleet.stop());

// Command lines and environments of every process, and all files that are open to others, again and again.
// The words looked for stand in a file, or the search would find itself.
const spy = `
while [ ! -e /run/spy-ends ]; do
  for p in /proc/[0-9]*; do
    cat "$p/cmdline" "$p/environ" 2>/dev/null | tr '\\000' '\\n'
  done | grep -aF -f /run/spy-words >>/run/spied
  find /tmp /var/tmp /dev/shm /etc/rancher /var/lib/pullpath -type f -perm /077 \\
    -exec grep -laF -f /run/spy-words {} + >>/run/spied 2>/dev/null
  echo >>/run/spy-rounds
done`;

it("no secret stands in a command line, an environment, or a file others may read", async () => {
  const node = fleet.get("s1");
  const text = `${mirrorFile("m.example.com")}configs:\n  m.example.com:\n    auth:\n      password: ${canary}\n`;
  const target = targetOf(fleet, node, { username: "deploy", sudoPassword: passwordOf("deploy") });
  const bytes = Buffer.from(keyCanary);
  const digest = sha256(bytes);
  const request = await requestFor(target, text, {
    certificates: [
      { path: `/etc/rancher/pullpath/tls/${digest.slice(0, 16)}.key`, bytes, sha256: digest, mode: 0o600 },
    ],
  });
  await node.write("/run/spy-words", "c4nary\ndeploy-password\n");
  await node.write("/run/spy.sh", spy);
  const spying = node.exec(["sh", "/run/spy.sh"]);
  const { report, events } = await run(target, request);
  await node.write("/run/spy-ends", "");
  await spying;
  expect(report.outcome).toBe("changed");
  expect((await node.read("/run/spy-rounds")).length).toBeGreaterThan(3);
  expect(await node.read("/run/spied")).toBe("");
  const told = JSON.stringify([report, events]);
  for (const secret of [canary, keyCanary, "deploy-password", request.file.sha256]) {
    expect(told).not.toContain(secret);
  }
  const journals = await node.run([
    "sh",
    "-c",
    "cat /var/lib/pullpath/transactions/*/*; cat /var/log/played/journal",
  ]);
  expect(journals).not.toMatch(/c4nary|deploy-password/);
});
