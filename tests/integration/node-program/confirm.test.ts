import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NodeEvent, TransactionState } from "@/lib/domain/nodes/report";
import { applyFrames } from "@/lib/server/node-program/options";
import type { ApplyRequest } from "@/lib/server/node-program/request";
import { apply, ask, type Word } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  codesOf,
  mirrorFile,
  push,
  reportOf,
  requestFor,
  startsOf,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    ...["confirmed", "late", "withheld", "worse", "right", "reboots", "sleeps", "killed", "killed-late"].map(
      (name) => ({ name, registries: old }),
    ),
    { name: "openrc", init: "openrc", registries: old },
    { name: "run-apart", systemdRun: true, registries: old },
  ]);
});
afterAll(() => fleet.stop());

type Waiting = {
  node: TestNode;
  request: ApplyRequest;
  starts: number;
  state: TransactionState;
  events: NodeEvent[];
};

/** Brings the file to a node that then waits; `starts` is how often its service had been started before. */
async function bring(name: string, confirmSeconds: number): Promise<Waiting> {
  const node = fleet.get(name);
  const request = await requestFor(targetOf(fleet, node), wanted, { confirmSeconds });
  const starts = await startsOf(node);
  const events: NodeEvent[] = [];
  const state = await withSession(targetOf(fleet, node), (session) =>
    apply(session, request, (event) => events.push(event)),
  );
  return { node, request, starts, state, events };
}

const say = ({ node, request }: Waiting, word?: Word) =>
  withSession(targetOf(fleet, node), (session) =>
    ask(
      session,
      { transactionId: request.transactionId, resume: true, ...(word && { word }) },
      () => undefined,
    ),
  );

const ended = ({ node, request }: Waiting) =>
  node.exists(`/var/lib/pullpath/transactions/${request.transactionId}/report`);

/** As a boot before this one left it: its own clock is gone, and the time of day alone says how long is left. */
const leaveDeadline = ({ node, request }: Waiting, untilMs: number) =>
  node.write(
    `/var/lib/pullpath/transactions/${request.transactionId}/deadline`,
    `another-boot 1 ${Math.round(untilMs)}\n`,
  );

const killProgram = ({ node, request }: Waiting) =>
  node.exec(["pkill", "-KILL", "-f", `program (work|resume) ${request.transactionId}`]);

describe.concurrent("a node that is verified and waits to be confirmed", () => {
  it.each(["confirmed", "openrc"])("keeps what it has when it is: %s", async (name) => {
    const waiting = await bring(name, 600);
    expect(waiting.state).toEqual({ state: "waiting", phase: "verify" });
    expect(codesOf(waiting.events).at(-1)).toBe("verify awaiting");
    expect(await say(waiting)).toMatchObject({ state: "waiting" });
    const begun = Date.now();
    const report = reportOf(await say(waiting, "confirmed"));
    expect(report).toMatchObject({ outcome: "changed", fault: null, evidence: { confirmed: "yes" } });
    expect(Date.now() - begun).toBeLessThan(60_000);
    // Nothing that is said later changes what has ended.
    for (const word of ["confirmed", "withheld"] as const)
      expect(reportOf(await say(waiting, word))).toEqual(report);
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(wanted);
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 1);
  });

  it("goes back by itself when nobody speaks, and says so to who comes too late", async () => {
    const waiting = await bring("late", 2);
    expect(waiting.state.state).toBe("waiting");
    await waitFor(() => ended(waiting));
    expect(reportOf(await say(waiting, "confirmed"))).toMatchObject({
      outcome: "rolled-back",
      fault: "not-confirmed",
      params: { reason: "late", seconds: "2" },
      evidence: { restored: "yes" },
    });
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(old);
    expect(await waiting.node.activeState()).toBe("active");
    // One start for the new file, and one for the old.
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 2);
  });

  it("goes back at once when the word is withheld", async () => {
    const waiting = await bring("withheld", 600);
    expect(reportOf(await say(waiting, "withheld"))).toMatchObject({
      outcome: "rolled-back",
      fault: "not-confirmed",
      params: { reason: "withheld" },
    });
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(old);
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 2);
  });

  it("never waits when it is worse, or had nothing to replace", async () => {
    const worse = fleet.get("worse");
    await worse.setFault("restart-fails", true, "new.example.com");
    const { report } = await push(targetOf(fleet, worse), wanted, { confirmSeconds: 600 });
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "restart-failed" });
    const right = fleet.get("right");
    const same = await push(targetOf(fleet, right), old, { confirmSeconds: 600 });
    expect(same.report).toMatchObject({ outcome: "unchanged" });
    await right.exec(["touch", right.registriesPath]);
    const restarted = await push(targetOf(fleet, right), old, { confirmSeconds: 600 });
    expect(restarted.report).toMatchObject({ outcome: "changed" });
  });
});

describe.concurrent("a machine that goes down while it waits", () => {
  it("proves itself again when it is back, and can still be confirmed", async () => {
    const waiting = await bring("reboots", 600);
    await leaveDeadline(waiting, Date.now() + 86_400_000);
    await waiting.node.powerOff();
    await waiting.node.boot();
    const said = await say(waiting);
    expect(said).toEqual({ state: "waiting", phase: "verify" });
    expect(reportOf(await say(waiting, "confirmed"))).toMatchObject({ outcome: "changed", fault: null });
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(wanted);
    expect(await waiting.node.list("/etc/systemd/system")).not.toContain(
      `pullpath-${waiting.request.transactionId}.service`,
    );
  });

  it("goes back when it is back too late, though nobody asks", async () => {
    const waiting = await bring("sleeps", 600);
    await leaveDeadline(waiting, Date.now() - 1);
    await waiting.node.powerOff();
    await waiting.node.boot();
    await waitFor(() => ended(waiting));
    expect(reportOf(await say(waiting))).toMatchObject({ outcome: "rolled-back", fault: "not-confirmed" });
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(old);
  });
});

describe.concurrent("a process that is killed while it waits", () => {
  it("is taken up by who asks, without another restart", async () => {
    const waiting = await bring("killed", 600);
    await killProgram(waiting);
    expect(await say(waiting)).toMatchObject({ state: "waiting" });
    expect(reportOf(await say(waiting, "confirmed"))).toMatchObject({ outcome: "changed" });
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 1);
  });

  it("is started anew by the service manager, and goes back when it is too late though nobody asks", async () => {
    const waiting = await bring("run-apart", 600);
    await leaveDeadline(waiting, Date.now() - 1);
    await killProgram(waiting);
    await waitFor(() => ended(waiting));
    expect(reportOf(await say(waiting))).toMatchObject({
      outcome: "rolled-back",
      fault: "not-confirmed",
      params: { reason: "late" },
    });
    expect(await waiting.node.read(waiting.node.registriesPath)).toBe(old);
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 2);
  });

  it("too late goes back, whoever takes it up", async () => {
    const waiting = await bring("killed-late", 600);
    await killProgram(waiting);
    await leaveDeadline(waiting, Date.now() - 1);
    expect(reportOf(await say(waiting))).toMatchObject({
      outcome: "rolled-back",
      fault: "not-confirmed",
      params: { reason: "late" },
    });
    expect(await startsOf(waiting.node)).toBe(waiting.starts + 2);
  });
});

it("is asked for by nobody who restarts nothing", async () => {
  const node = fleet.get("right");
  const request = await requestFor(targetOf(fleet, node), wanted, { writeOnly: true, confirmSeconds: 60 });
  expect(() => applyFrames(request)).toThrow("waits for nobody");
});
