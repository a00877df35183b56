import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFrames } from "@/lib/server/node-program/options";
import { commandFor } from "@/lib/server/node-program/program";
import { apply, ask } from "@/lib/server/node-program/run";
import { SshFault } from "@/lib/server/ssh/fault";
import { withSession } from "@/lib/server/ssh/session";
import type { SshTarget } from "@/lib/server/ssh/target";
import {
  mirrorFile,
  newId,
  reportOf,
  requestFor,
  run,
  sha256,
  startsOf,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { type CutOptions, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";

const one = mirrorFile("one.example.com");
const two = mirrorFile("two.example.com");

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "cut", registries: one },
    { name: "cut-late", registries: one },
    { name: "late", registries: one },
    { name: "killed", registries: one },
    { name: "killed-bad", registries: two },
    { name: "reboots", registries: one },
    { name: "busy", registries: one, startDelayMs: 600 },
    { name: "twice", registries: one },
  ]);
});
afterAll(() => fleet.stop());

const askOnce = (target: SshTarget, transactionId: string, resume = true) =>
  withSession(target, (session) => ask(session, { transactionId, resume }, () => undefined));

describe.concurrent("a connection that is cut", () => {
  it("at any byte leaves one file or the other, whole, and the node tells which", async () => {
    const node = fleet.get("cut");
    const direct = targetOf(fleet, node);
    const proxy = await startCutProxy(node);
    const through = { ...direct, host: proxy.host, port: proxy.port };
    const template = await requestFor(direct, two, { writeOnly: true });
    const requestTo = (text: string, expected: string) => {
      const bytes = Buffer.from(text);
      return {
        ...template,
        transactionId: newId(),
        expected: sha256(expected),
        file: { bytes, sha256: sha256(text) },
      };
    };
    await run(through, requestTo(two, one));
    const { "to-node": sent, "from-node": told } = proxy.passed;
    const cuts: CutOptions[] = [
      ...[sent - 1_500, sent >> 1, 1_400, 1_200, 1_000, 800, 600, 450, 300, 200].map((bytes) => ({
        direction: "to-node" as const,
        cutAfterBytes: sent - bytes,
      })),
      ...[900, 500, 200].map((bytes) => ({ direction: "from-node" as const, cutAfterBytes: told - bytes })),
    ];
    const seen = new Set<string>();
    for (const cut of cuts) {
      const [from, to] = (await node.read(node.registriesPath)) === one ? [one, two] : [two, one];
      const request = requestTo(to, from);
      proxy.set(cut);
      const fault = await run(through, request).then(
        () => "none",
        (error: unknown) => (error instanceof SshFault ? error.fault : String(error)),
      );
      proxy.set({});
      const state = await askOnce(direct, request.transactionId);
      const outcome = state.state === "done" ? state.report.outcome : state.state;
      expect(["unknown", "failed", "written"]).toContain(outcome);
      expect(await node.read(node.registriesPath)).toBe(outcome === "written" ? to : from);
      expect(await node.list("/etc/rancher/k3s")).toEqual(["registries.yaml"]);
      seen.add(`${fault} ${outcome}`);
    }
    await proxy.stop();
    for (const end of ["unknown", "failed", "written"]) expect(seen).toContain(`connection-lost ${end}`);
  });

  it("after the upload changes nothing: the node restarts, verifies and tells on return", async () => {
    const node = fleet.get("cut-late");
    const direct = targetOf(fleet, node);
    const proxy = await startCutProxy(node);
    const request = await requestFor(direct, mirrorFile("three.example.com"));
    const lost = withSession({ ...direct, host: proxy.host, port: proxy.port }, (session) =>
      apply(session, request, ({ code }) => code === "replaced" && proxy.cut()),
    );
    await expect(lost).rejects.toMatchObject({
      fault: "connection-lost",
      params: { phase: expect.stringMatching(/apply|restart/) },
    });
    await proxy.stop();
    const events: number[] = [];
    const state = await withSession(direct, (session) =>
      ask(session, { transactionId: request.transactionId, resume: true, after: 3 }, ({ sequence }) =>
        events.push(sequence),
      ),
    );
    expect(reportOf(state)).toMatchObject({ outcome: "changed", fault: null });
    expect(events).toEqual(events.map((_, index) => index + 4));
  });

  it("with the values still on their way ends what was about to begin, before it says unknown", async () => {
    const node = fleet.get("late");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two);
    const [first, ...rest] = applyFrames(request);
    await withSession(target, async (session) => {
      const late = await session.start(commandFor("apply"));
      late.channel.resume();
      late.channel.write(first?.subarray(0, 150));
      await waitFor(async () => (await node.list("/var/lib/pullpath")).length > 0);
      expect(await askOnce(target, request.transactionId)).toEqual({ state: "unknown" });
      late.channel.end(Buffer.concat([first?.subarray(150) ?? Buffer.alloc(0), ...rest]));
      await late.exited.catch(() => undefined);
    });
    expect(await node.read(node.registriesPath)).toBe(one);
    expect(await askOnce(target, request.transactionId)).toEqual({ state: "unknown" });
  });

  it("knows nothing of a transaction that never came", async () => {
    expect(await askOnce(targetOf(fleet, fleet.get("cut")), "never-heard-of-it")).toEqual({
      state: "unknown",
    });
  });
});

/** Ends every process of the program on the node, as a machine out of memory might. */
const killProgram = (name: string) =>
  fleet.get(name).exec(["sh", "-c", "for p in $(pgrep -f '[/]program (work|resume)'); do kill -9 $p; done"]);

describe.concurrent("a transaction whose process is killed", () => {
  it("is called stalled, and brought to its end when asked to", async () => {
    const node = fleet.get("killed");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two, { timing: { watchSeconds: 3 } });
    const pushing = run(target, request).catch((error: unknown) => error);
    await waitFor(async () => (await node.read(node.registriesPath)) === two);
    await killProgram("killed");
    await node.killSessions();
    await pushing;
    expect(await askOnce(target, request.transactionId, false)).toMatchObject({ state: "stalled" });
    const starts = await startsOf(node);
    const report = reportOf(await askOnce(target, request.transactionId));
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(await startsOf(node)).toBeLessThanOrEqual(starts + 1);
  });

  it("goes back when the file it left is bad, before the next push begins", async () => {
    const node = fleet.get("killed-bad");
    const target = targetOf(fleet, node);
    const bad = "mirrors:\n\tbad\n";
    const request = await requestFor(target, bad, { timing: { watchSeconds: 3 } });
    const pushing = run(target, request).catch((error: unknown) => error);
    await waitFor(async () => (await node.read(node.registriesPath)) === bad);
    await killProgram("killed-bad");
    await node.killSessions();
    await pushing;
    const next = await run(target, await requestFor(target, one));
    const earlier = reportOf(await askOnce(target, request.transactionId));
    expect(earlier.outcome).toBe("rolled-back");
    // The file reviewed for the second push was the bad one, which is gone again.
    expect(next.report).toMatchObject({ outcome: "failed", fault: "file-changed" });
    expect(await node.read(node.registriesPath)).toBe(two);
  });

  it("is finished by the machine itself after a restart of the machine", async () => {
    const node = fleet.get("reboots");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, "mirrors:\n\tbad\n", {
      timing: { watchSeconds: 1, activeSeconds: 10, verifySeconds: 10 },
    });
    await node.setFault("dies-during-restart", true);
    await run(target, request).catch((error: unknown) => error);
    await waitFor(async () => !node.isOn);
    await node.boot();
    await waitFor(async () => (await node.read(node.registriesPath)) === one);
    expect(reportOf(await askOnce(target, request.transactionId)).outcome).toBe("rolled-back");
    expect(await node.list("/etc/systemd/system")).not.toContain(`pullpath-${request.transactionId}.service`);
  });
});

describe.concurrent("one transaction at a time", () => {
  it("a second one is told which is at work, and the first goes on", async () => {
    const node = fleet.get("busy");
    const target = targetOf(fleet, node);
    const first = await requestFor(target, two);
    const second = await requestFor(target, mirrorFile("other.example.com"));
    const results = await Promise.all([run(target, first), run(target, second)]);
    const outcomes = results.map(({ report }) => report.outcome);
    expect(outcomes.sort()).toEqual(["changed", "failed"]);
    const refused = results.find(({ report }) => report.outcome === "failed");
    const winner = results.find(({ report }) => report.outcome === "changed");
    expect(refused?.report).toMatchObject({
      fault: "node-busy",
      params: { transaction: winner?.request.transactionId },
    });
    expect(await node.read(node.registriesPath)).toBe(
      Buffer.from(winner?.request.file.bytes ?? []).toString(),
    );
  });

  it("the same one twice runs once", async () => {
    const node = fleet.get("twice");
    const target = targetOf(fleet, node);
    const request = await requestFor(target, two);
    const starts = await startsOf(node);
    const first = await run(target, request);
    const again = await run(target, request);
    expect(again.report).toEqual(first.report);
    expect(await startsOf(node)).toBe(starts + 1);
  });
});
