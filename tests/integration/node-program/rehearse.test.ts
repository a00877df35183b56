import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApplyRequest } from "@/lib/server/node-program/request";
import { rehearse } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  codesOf,
  extending,
  mirrorFile,
  push,
  requestFor,
  sha256,
  templateChange,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const bytes = Buffer.from("a certificate");
const tls = `/etc/rancher/pullpath/tls/${sha256(bytes).slice(0, 16)}.crt`;
const certificates = [{ path: tls, bytes, sha256: sha256(bytes), mode: 0o644 as const }];

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "fresh", role: "agent" },
    { name: "held", registries: old },
    { name: "openrc", init: "openrc", registries: old },
    ...["full", "read-only", "immutable", "open", "busy", "changed"].map((name) => ({
      name,
      registries: old,
    })),
  ]);
});
afterAll(() => fleet.stop());

/** Every file and folder that a transaction could make or change, with its time and owner. */
const traces = (node: TestNode) =>
  node.run([
    "sh",
    "-c",
    "find /etc /var/lib/pullpath /var/lib/rancher /tmp -printf '%p %m %u %T@ %s\\n' 2>/dev/null | sort",
  ]);

async function rehearseOn(name: string, text: string, changes: Partial<ApplyRequest> = {}) {
  const node = fleet.get(name);
  const target = targetOf(fleet, node);
  const request = await requestFor(target, text, changes);
  const before = [await traces(node), (await node.restarts()).length];
  const events: string[] = [];
  const report = await withSession(target, (session) =>
    rehearse(session, request, (event) => events.push(...codesOf([event]))),
  );
  expect([await traces(node), (await node.restarts()).length]).toEqual(before);
  return { report, events };
}

describe.concurrent("a rehearsal leaves no trace and tells", () => {
  it("that a file, a template and a certificate would be written", async () => {
    const templates = [templateChange("config-v3.toml.tmpl", { from: null, to: extending("more") })];
    const { report, events } = await rehearseOn("fresh", wanted, { certificates, templates });
    expect(report).toMatchObject({ outcome: "skipped", fault: null, evidence: { would: "write-restart" } });
    expect(events).toEqual(["check started", "check baseline"]);
    expect(await fleet.get("fresh").exists("/var/lib/pullpath")).toBe(false);
  });

  it.each(["held", "openrc"])("what the options make of it on %s", async (name) => {
    const writing = await rehearseOn(name, wanted, { writeOnly: true });
    expect(writing.report).toMatchObject({ outcome: "skipped", evidence: { would: "write" } });
    const same = await rehearseOn(name, old);
    expect(same.report).toMatchObject({ outcome: "unchanged", evidence: { would: "nothing" } });
    const delivered = await rehearseOn(name, old, { certificates });
    expect(delivered.report).toMatchObject({ outcome: "skipped", evidence: { would: "restart" } });
    const node = fleet.get(name);
    expect((await push(targetOf(fleet, node), wanted)).report.outcome).toBe("changed");
    expect((await rehearseOn(name, wanted)).report.outcome).toBe("unchanged");
  });

  it("a certificate's place that holds something else", async () => {
    const node = fleet.get("changed");
    await node.write(tls, "somebody's");
    const { report } = await rehearseOn("changed", wanted, { certificates });
    expect(report).toMatchObject({ outcome: "failed", fault: "content-differs", params: { path: tls } });
  });

  it("each fault that a push would meet before it writes", async () => {
    const changed = await rehearseOn("held", wanted, { expected: sha256("other") });
    expect(changed.report).toMatchObject({ outcome: "failed", fault: "file-changed" });
    const lacking = await rehearseOn("held", wanted, { requiredPaths: ["/etc/ssl/none.pem"] });
    expect(lacking.report).toMatchObject({ outcome: "failed", fault: "tls-path-missing" });
    await fleet.get("full").setFault("disk-full");
    expect((await rehearseOn("full", wanted)).report).toMatchObject({
      outcome: "failed",
      fault: "disk-full",
    });
    await fleet.get("read-only").setFault("read-only");
    expect((await rehearseOn("read-only", wanted)).report.fault).toBe("read-only");
    await fleet.get("open").run(["chmod", "777", "/etc/rancher/k3s"]);
    expect((await rehearseOn("open", wanted)).report).toMatchObject({ fault: "not-writable" });
  });

  it("a file that not even root may change", async () => {
    const node = fleet.get("immutable");
    await node.setFault("immutable-file");
    const { report } = await rehearseOn("immutable", wanted);
    expect(report).toMatchObject({ outcome: "failed", fault: "not-writable" });
    await node.setFault("immutable-file", false);
  });

  it("that another transaction is at work", async () => {
    const node = fleet.get("busy");
    await node.setFault("restart-slow", 4);
    const target = targetOf(fleet, node);
    const request = await requestFor(target, wanted);
    const running = push(target, wanted);
    await waitFor(async () => (await node.exec(["test", "-L", "/var/lib/pullpath/lock"])).code === 0);
    const report = await withSession(target, (session) => rehearse(session, request, () => undefined));
    expect(report).toMatchObject({ outcome: "failed", fault: "node-busy" });
    expect((await running).report.outcome).toBe("changed");
  });
});
