import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply, ask } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";
import { mirrorFile, reportOf, requestFor, run, startsOf } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const one = mirrorFile("one.example.com");
const two = mirrorFile("two.example.com");

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes(
    ["run-apart", "starved", "shut"].map((name) => ({ name, systemdRun: name !== "shut", registries: one })),
  );
});
afterAll(() => fleet.stop());

const askOnce = (target: SshTarget, transactionId: string, resume = true) =>
  withSession(target, (session) => ask(session, { transactionId, resume }, () => undefined));

/** Ends the process that carries a transaction, as a machine out of memory would. */
const kill = (node: TestNode, id: string) => node.exec(["pkill", "-KILL", "-f", `program work ${id}`]);

describe.concurrent("a transaction that systemd carries and whose process is killed", () => {
  it("is started anew, and ends though nobody asks", async () => {
    const node = fleet.get("run-apart");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { timing: { watchSeconds: 20 } });
    const starts = await startsOf(node);
    const pushing = run(target, request).catch((error: unknown) => error);
    await waitFor(async () => (await startsOf(node)) === starts + 1);
    expect((await kill(node, request.transactionId)).code).toBe(0);
    await node.killSessions();
    await pushing;
    await waitFor(() => node.exists(`/var/lib/pullpath/transactions/${request.transactionId}/report`));
    const report = reportOf(await askOnce(target, request.transactionId, false));
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(await startsOf(node)).toBe(starts + 1);
  });

  it("is left to who asks when it is killed again and again", async () => {
    const node = fleet.get("starved");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { timing: { watchSeconds: 60 } });
    const pushing = run(target, request).catch((error: unknown) => error);
    await waitFor(async () => (await node.read(node.registriesPath)) === two);
    const lives = `/var/lib/pullpath/transactions/${request.transactionId}/lives`;
    // Each that was started after another writes down which one it is before it does anything else.
    await waitFor(async () => {
      await kill(node, request.transactionId);
      return (await node.exists(lives)) && (await node.read(lives)).endsWith("4\n");
    });
    await node.killSessions();
    await pushing;
    await waitFor(async () => (await askOnce(target, request.transactionId, false)).state === "stalled");
    expect(reportOf(await askOnce(target, request.transactionId))).toMatchObject({ outcome: "changed" });
  });
});

it("a session that waits for a worker which could not begin says so, and lets go of the node", async () => {
  const node = fleet.get("shut");
  const target = targetOf(fleet, node);
  const request = await requestFor(target, two);
  const journal = `/var/lib/pullpath/transactions/${request.transactionId}`;
  const pushing = withSession(target, (session) => apply(session, request, () => undefined));
  await waitFor(() => node.exists(journal));
  // As one leaves it that was killed between this sign and the lock.
  await node.run(["touch", `${journal}/carried`]);
  expect(await pushing).toMatchObject({ state: "stalled" });
  const report = reportOf(await askOnce(target, request.transactionId));
  expect(report).toMatchObject({ outcome: "failed", fault: "interrupted" });
  expect(await node.read(node.registriesPath)).toBe(one);
  expect(await node.list("/var/lib/pullpath")).not.toContain("lock");
});
