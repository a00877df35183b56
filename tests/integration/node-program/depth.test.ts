import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { VerifyDepth } from "@/lib/domain/pushes/verify-depth";
import { ask } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  etc,
  hostsFile,
  mirrorFile,
  push,
  requestFor,
  run,
  sha256,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import type { Fault } from "@/tests/support/nodes/faults";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const generated = {
  files: [{ path: "certs.d/docker.io/hosts.toml", sha256: sha256(hostsFile("other.example.com")) }],
  enforce: true,
};

/** What breaks, and the first depth that holds it against the new file. */
const cases: { cause: Fault | "generated"; judged: VerifyDepth; unjudged: VerifyDepth; fault: string }[] = [
  { cause: "restart-fails", unjudged: "file", judged: "service", fault: "restart-failed" },
  { cause: "containerd-down", unjudged: "file", judged: "service", fault: "containerd-down" },
  { cause: "generated", unjudged: "service", judged: "generated", fault: "not-generated" },
  { cause: "not-ready", unjudged: "generated", judged: "ready", fault: "not-ready" },
];

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    ...cases.map(({ cause }) => ({ name: cause, registries: old })),
    { name: "killed", registries: old },
    { name: "says", registries: old },
    { name: "no-cri", registries: old },
    { name: "refused", registries: old },
  ]);
});
afterAll(() => fleet.stop());

describe.concurrent("a verification goes as deep as it was told", () => {
  it.each(cases)("$cause counts from $judged on", async ({ cause, judged, unjudged, fault }) => {
    const node = fleet.get(cause);
    const target = targetOf(fleet, node);
    if (cause !== "generated") await node.setFault(cause, true, "new.example.com");
    const changes = { generated: cause === "generated" ? generated : null, timing: { verifySeconds: 4 } };
    const strict = await push(target, wanted, { ...changes, verifyDepth: judged });
    expect(strict.report).toMatchObject({ outcome: "rolled-back", fault });
    expect(await node.read(node.registriesPath)).toBe(old);
    const mild = await push(target, wanted, { ...changes, verifyDepth: unjudged });
    expect(mild.report).toMatchObject({ outcome: "changed", fault: null, evidence: { digest: "equal" } });
    expect(await node.read(node.registriesPath)).toBe(wanted);
    if (cause === "generated") expect(mild.report.evidence["generated"]).toBe("different");
    if (cause === "restart-fails") expect(mild.report.evidence["notJudged"]).toBe("restart-failed");
  });

  it("a file K3s cannot read is told and not punished where only the file is asked for", async () => {
    const node = fleet.get("refused");
    const { report } = await push(targetOf(fleet, node), "mirrors:\n\tbad\n", { verifyDepth: "file" });
    expect(report).toMatchObject({ outcome: "changed", evidence: { depth: "1" } });
  });

  it("a transaction that died obeys the depth of its request when it is resumed", async () => {
    const node = fleet.get("killed");
    const target = targetOf(fleet, node);
    await node.setFault("not-ready", true, "new.example.com");
    await node.setFault("restart-slow", 2);
    const request = await requestFor(target, wanted, { verifyDepth: "generated" });
    const running = run(target, request).catch(() => null);
    const state = `/var/lib/pullpath/transactions/${request.transactionId}/state`;
    await waitFor(
      async () => (await node.exists(state)) && (await node.read(state)).endsWith("restarting\n"),
    );
    await node.exec(["pkill", "-KILL", "-f", `program work ${request.transactionId}`]);
    await node.killSessions();
    await running;
    const told = await withSession(target, (session) =>
      ask(session, { transactionId: request.transactionId, resume: true }, () => undefined),
    );
    expect(told).toMatchObject({ state: "done", report: { outcome: "changed", evidence: { depth: "3" } } });
  });
});

describe.concurrent("lines of logs that are known to be bad", () => {
  it("are told with secrets masked, and are no fault while everything works", async () => {
    const node = fleet.get("says");
    const line = 'level=error msg="failed to decode hosts.toml" error="https://me:hunter2@m.example.com"';
    await node.setFault("containerd-says", `${line}\n`);
    const { report } = await push(targetOf(fleet, node), wanted);
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(report.evidence["lines"]).toContain("failed to decode hosts.toml");
    expect(JSON.stringify(report)).not.toContain("hunter2");
  });

  it("that mean a containerd without CRI are a fault at once", async () => {
    const node = fleet.get("no-cri");
    const line =
      'level=warning msg="failed to load plugin" error="invalid plugin config" id=io.containerd.grpc.v1.cri';
    await node.setFault("containerd-says", `${line}\n`, "new.example.com");
    await node.setFault("containerd-down", true, "new.example.com");
    const begun = Date.now();
    const { report } = await push(targetOf(fleet, node), wanted);
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "containerd-down" });
    expect(report.evidence["lines"]).toContain("io.containerd.grpc.v1.cri");
    // Without the line the node waits for as long as a minute.
    expect(Date.now() - begun).toBeLessThan(45_000);
    expect(await node.exists(`${etc}/config.toml`)).toBe(true);
  });
});
