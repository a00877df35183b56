import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NodeReport } from "@/lib/domain/nodes/report";
import type { ApplyRequest } from "@/lib/server/node-program/request";
import { apply, ask, probe, rehearse } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  codesOf,
  extending,
  mirrorFile,
  newId,
  push,
  reportOf,
  requestFor,
  sha256,
  templateChange,
} from "@/tests/integration/node-program/push";
import { v3 } from "@/tests/integration/node-program/template-files";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const bad = "mirrors:\n\tbad\n";
const bytes = Buffer.from("a certificate");
const certificate = {
  path: `/etc/rancher/pullpath/tls/${sha256(bytes).slice(0, 16)}.crt`,
  bytes,
  sha256: sha256(bytes),
  mode: 0o644 as const,
};

let fleet: TestFleet;
beforeAll(async () => {
  const alike = { init: "openrc" as const, registries: old };
  fleet = await startNodes([
    { name: "debian", ...alike },
    { name: "alpine", ...alike, busybox: true },
  ]);
});
afterAll(() => fleet.stop());

/** What is told of a transaction, without what differs from one to the next, such as how often a service was seen to wait. */
const told = ({ outcome, fault, evidence }: NodeReport, codes: string[]) => ({
  outcome,
  fault,
  evidence: Object.keys(evidence).sort(),
  codes: [...new Set(codes)],
});

async function pushed(node: TestNode, text: string, changes: Partial<ApplyRequest> = {}) {
  const { report, events } = await push(targetOf(fleet, node), text, changes);
  return { ...told(report, codesOf(events)), file: await node.read(node.registriesPath) };
}

async function rehearsed(node: TestNode, text: string) {
  const target = targetOf(fleet, node);
  const request = await requestFor(target, text);
  const codes: string[] = [];
  const report = await withSession(target, (session) =>
    rehearse(session, request, (event) => codes.push(...codesOf([event]))),
  );
  return { ...told(report, codes), file: await node.read(node.registriesPath) };
}

/** Brings a file that waits to be confirmed, ends who waits if so asked, and says the word. */
async function confirmed(node: TestNode, word: "confirmed" | "withheld", isKilled: boolean) {
  const target = targetOf(fleet, node);
  const request = await requestFor(target, mirrorFile(`${newId()}.example.com`), { confirmSeconds: 600 });
  const question = { transactionId: request.transactionId, resume: true };
  const first = await withSession(target, (session) => apply(session, request, () => undefined));
  expect(first.state).toBe("waiting");
  if (isKilled) {
    await node.exec(["pkill", "-KILL", "-f", `program work ${request.transactionId}`]);
    const again = await withSession(target, (session) => ask(session, question, () => undefined));
    expect(again.state).toBe("waiting");
  }
  const report = reportOf(
    await withSession(target, (session) => ask(session, { ...question, word }, () => undefined)),
  );
  return { ...told(report, []), isNew: (await node.read(node.registriesPath)) !== wanted };
}

// In their order: each begins with what the one before left.
const steps: Record<string, (node: TestNode) => Promise<object>> = {
  "a rehearsal": (node) => rehearsed(node, wanted),
  "a file that is refused": (node) => pushed(node, bad),
  "a file that changes": (node) => pushed(node, wanted),
  "a file that is there": (node) => pushed(node, wanted),
  "a file whose rights are open": async (node) => {
    await node.run(["chmod", "0644", node.registriesPath]);
    return { ...(await pushed(node, wanted)), mode: (await node.stat(node.registriesPath)).mode };
  },
  "a file newer than the service": async (node) => {
    await node.run(["touch", node.registriesPath]);
    return pushed(node, wanted);
  },
  "a certificate with it": (node) =>
    pushed(node, `${wanted}# ${certificate.path}\n`, { certificates: [certificate] }),
  "a template with it": (node) =>
    pushed(node, wanted, { templates: [templateChange(v3, { from: null, to: extending("one") })] }),
  "a file that is written only": (node) => pushed(node, old, { writeOnly: true }),
  "a service that does not come back": async (node) => {
    await pushed(node, wanted);
    await node.setFault("restart-fails", true, "never.example.com");
    // Which of its falls is seen first is a matter of moments.
    const { outcome, file } = await pushed(node, mirrorFile("never.example.com"));
    return { outcome, file };
  },
  "a word that is withheld": (node) => confirmed(node, "withheld", false),
  "a word after a crash": (node) => confirmed(node, "confirmed", true),
};

describe("a machine with BusyBox does what one with Debian's programs does", () => {
  it("has them", async () => {
    expect((await fleet.get("alpine").exec(["readlink", "/usr/bin/sh"])).stdout).toBe("busybox\n");
  });

  it("tells the same facts", async () => {
    const look = async (name: string) => {
      const facts = await withSession(targetOf(fleet, fleet.get(name)), (session) => probe(session));
      return Object.entries(facts).map(([key, value]) => [key, value === null ? null : typeof value]);
    };
    expect(await look("alpine")).toEqual(await look("debian"));
  });

  it.each(Object.keys(steps))("with %s", async (name) => {
    const step = steps[name] as (typeof steps)[string];
    const [debian, alpine] = await Promise.all([step(fleet.get("debian")), step(fleet.get("alpine"))]);
    expect(alpine).toEqual(debian);
  });

  it("leaves nothing at work", async () => {
    await waitFor(async () => !(await fleet.get("alpine").list("/var/lib/pullpath")).includes("lock"));
  });
});
