import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NodeReport } from "@/lib/domain/nodes/report";
import type { ApplyRequest } from "@/lib/server/node-program/request";
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
const bad = "mirrors:\n\tbad\n";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes(
    ["kept", "back", "late", "odd", "odd-before"].map((name) => ({
      name,
      registries: one,
      startDelayMs: 600,
    })),
  );
});
afterAll(() => fleet.stop());

const journalOf = (id: string) => `/var/lib/pullpath/transactions/${id}`;
const until = (node: TestNode, path: string) => waitFor(() => node.exists(path));

/** A folder where the report is written first: no room for it, as on a full disk, but at a moment of our choice. */
async function takeRoom(node: TestNode, id: string): Promise<() => Promise<unknown>> {
  const blocked = `${journalOf(id)}/report.new`;
  await until(node, journalOf(id));
  await node.run(["mkdir", "-p", `${blocked}/full`]);
  return () => node.run(["rm", "-rf", blocked]);
}

/** What the node says at the end of the session that ordered it. */
const pushTo = (target: SshTarget, request: ApplyRequest) =>
  withSession(target, (session) => apply(session, request, () => undefined));

/** Asks until the node has told how it ended. */
async function resumed(target: SshTarget, transactionId: string): Promise<NodeReport> {
  const state = await withSession(target, (session) =>
    ask(session, { transactionId, resume: true }, () => undefined),
  );
  return reportOf(state);
}

describe.concurrent("a verdict that cannot be written down", () => {
  it("gives nothing up: the file is proven again when somebody asks, without another restart", async () => {
    const node = fleet.get("kept");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two);
    const starts = await startsOf(node);
    const pushing = pushTo(target, request);
    const makeRoom = await takeRoom(node, request.transactionId);
    expect(await pushing).toMatchObject({ state: "stalled" });
    expect(await node.exists(`/var/lib/pullpath/backups/${request.transactionId}/registries.yaml`)).toBe(
      true,
    );
    await makeRoom();
    expect(await resumed(target, request.transactionId)).toMatchObject({ outcome: "changed", fault: null });
    expect(await node.read(node.registriesPath)).toBe(two);
    expect(await startsOf(node)).toBe(starts + 1);
  });

  it("keeps why it went back", async () => {
    const node = fleet.get("back");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, bad, { timing: { activeSeconds: 10, verifySeconds: 10 } });
    const pushing = pushTo(target, request);
    const makeRoom = await takeRoom(node, request.transactionId);
    expect(await pushing).toMatchObject({ state: "stalled" });
    expect(await node.read(node.registriesPath)).toBe(one);
    await makeRoom();
    expect(await resumed(target, request.transactionId)).toMatchObject({
      outcome: "rolled-back",
      fault: "configuration-refused",
    });
    expect(await node.read(node.registriesPath)).toBe(one);
  });
});

describe.concurrent("what cannot be written down while a node waits to be confirmed", () => {
  it("is no word: it goes back, and says that it was too late", async () => {
    const node = fleet.get("late");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { confirmSeconds: 600 });
    const pushing = pushTo(target, request);
    const journal = journalOf(request.transactionId);
    await until(node, journal);
    await node.run(["mkdir", "-p", `${journal}/waiting/full`]);
    expect(await pushing).toMatchObject({
      state: "done",
      report: { outcome: "rolled-back", fault: "not-confirmed", params: { reason: "late" } },
    });
    expect(await node.read(node.registriesPath)).toBe(one);
  });
});

describe.concurrent("a state that two lines made one", () => {
  /** Stops the process that carries the transaction on, as a machine out of memory would. */
  async function stopCarrier(node: TestNode, id: string): Promise<void> {
    await waitFor(
      async () => (await node.exec(["pkill", "-9", "-f", `transactions/${id}/program`])).code === 0,
    );
  }

  it("is gone back from, with one restart, where the new file is there", async () => {
    const node = fleet.get("odd");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { timing: { watchSeconds: 30 } });
    const pushing = run(target, request).catch((error: unknown) => error);
    await until(node, `${journalOf(request.transactionId)}/asked`);
    await stopCarrier(node, request.transactionId);
    await pushing;
    await node.run(["sh", "-c", `printf "verifapplied\\n" >>${journalOf(request.transactionId)}/state`]);
    expect(await resumed(target, request.transactionId)).toMatchObject({
      outcome: "rolled-back",
      fault: "interrupted",
    });
    expect(await node.read(node.registriesPath)).toBe(one);
  });

  it("restarts nothing where the old file is there and the service never began anew", async () => {
    const node = fleet.get("odd-before");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { writeOnly: true });
    const starts = await startsOf(node);
    await run(target, request);
    // As if it had died before it replaced the file.
    const journal = journalOf(request.transactionId);
    await node.run(["rm", `${journal}/report`]);
    await node.write(node.registriesPath, one, "0600");
    await node.run(["sh", "-c", `printf "uplstaged\\n" >>${journal}/state`]);
    expect(await resumed(target, request.transactionId)).toMatchObject({
      outcome: "failed",
      fault: "interrupted",
    });
    expect(await node.read(node.registriesPath)).toBe(one);
    expect(await startsOf(node)).toBe(starts);
  });
});
