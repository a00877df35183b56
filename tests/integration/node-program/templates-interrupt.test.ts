import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  etc,
  extending,
  mirrorFile,
  requestFor,
  run,
  startsOf,
  stopping,
  templateChange,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const v3 = `${etc}/config-v3.toml.tmpl`;
const v2 = `${etc}/config.toml.tmpl`;

/** Renames of a transaction in their order, by what stands in the call of mv. */
const steps = {
  removed: "config.toml.tmpl.old",
  written: "config-v3.toml.tmpl.new",
  file: "registries.yaml.new",
  "file-back": `registries.yaml.old /etc`,
  "template-back": `config-v3.toml.tmpl.old ${etc}`,
} as const;
type Step = keyof typeof steps;
const ways = ["killed", "down"] as const;
/** `stale`: killed, and the last word about how far it came never reached the disk. */
type Way = (typeof ways)[number] | "stale";

let fleet: TestFleet;
beforeAll(async () => {
  const names = ways.flatMap((way) => Object.keys(steps).map((step) => `${way}-${step}`));
  fleet = await startNodes(
    [...names, "foreign", "stale-written", "stale-file"].map((name) => ({ name, registries: old })),
  );
});
afterAll(() => fleet.stop());

const kill = "for p in $(pgrep -f '[/]program (work|resume)'); do kill -9 $p; done";
const ends: Record<Way, string> = {
  killed: kill,
  stale: `for s in /var/lib/pullpath/transactions/*/state; do echo staged >$s; done; ${kill}`,
  down: "sync; kill -TERM 1; sleep 5",
};

/** Ends the program or the machine at once after one rename. */
async function endAfter(node: TestNode, step: Step, way: Way): Promise<void> {
  const wrapper = `#!/bin/sh
/bin/mv "$@"
code=$?
case $* in
  *"$(cat /var/lib/played/end-after 2>/dev/null || echo never)"*)
    rm -f /var/lib/played/end-after
    : >/var/lib/played/ended
    ${ends[way]}
    ;;
esac
exit $code
`;
  await node.write("/var/lib/played/end-after", steps[step]);
  await node.write("/usr/local/sbin/mv", wrapper, "0755");
}

const resumed = (node: TestNode, transactionId: string) =>
  withSession(targetOf(fleet, node), (session) =>
    ask(session, { transactionId, resume: true }, () => undefined),
  );

/** Pushes two templates and a file, is ended after a rename, and tells how the node ended it once it was back. */
async function interrupt(node: TestNode, step: Step, way: Way) {
  const isBack = step.endsWith("-back");
  await node.write(v2, extending("old v2"), "0640");
  await node.write(v3, extending("old v3"), "0640");
  await node.run(["systemctl", "restart", node.unit]);
  const request = await requestFor(targetOf(fleet, node), wanted, {
    templates: [
      templateChange("config.toml.tmpl", { from: extending("old v2"), to: null }),
      templateChange("config-v3.toml.tmpl", {
        from: extending("old v3"),
        to: isBack ? stopping : extending("new v3"),
      }),
    ],
  });
  const starts = await startsOf(node);
  await endAfter(node, step, way);
  const pushing = run(targetOf(fleet, node), request).catch((error: unknown) => error);
  if (way === "down") {
    await waitFor(async () => !node.isOn);
    await pushing;
    await node.boot();
  } else {
    await waitFor(() => node.exists("/var/lib/played/ended"));
    await node.killSessions();
    await pushing;
  }
  const state = await resumed(node, request.transactionId);
  if (state.state !== "done") throw new Error(state.state);
  // The report is there a moment before the last of the cleaning up.
  await waitFor(async () => {
    const left = [...(await node.list(etc)), ...(await node.list("/etc/rancher/k3s"))];
    const units = await node.list("/etc/systemd/system");
    return ![...left, ...units].some((name) => /^\.?pullpath-/.test(name));
  });
  return { report: state.report, restarts: (await startsOf(node)) - starts };
}

async function expectOld(node: TestNode) {
  expect([await node.read(v2), await node.read(v3)]).toEqual([extending("old v2"), extending("old v3")]);
  expect(await node.read(node.registriesPath)).toBe(old);
  for (const path of [v2, v3]) expect(await node.stat(path)).toMatchObject({ mode: "640", uid: 0, gid: 0 });
  expect(await node.read(`${etc}/config.toml`)).toContain("# old v3");
  expect(await node.activeState()).toBe("active");
}

describe.concurrent("a transaction of several files that ends in the middle", () => {
  it.each(["removed", "written"] as const)(
    "killed after the step %s goes back, and restarts nothing",
    async (step) => {
      const node = fleet.get(`killed-${step}`);
      const { report, restarts } = await interrupt(node, step, "killed");
      expect(report).toMatchObject({ outcome: "failed", fault: "interrupted" });
      expect(restarts).toBe(0);
      await expectOld(node);
    },
  );

  it("whose state was not kept goes back, or goes on, by what is there", async () => {
    const back = await interrupt(fleet.get("stale-written"), "written", "stale");
    expect(back.report).toMatchObject({ outcome: "failed", fault: "interrupted" });
    await expectOld(fleet.get("stale-written"));
    const on = await interrupt(fleet.get("stale-file"), "file", "stale");
    expect(on.report).toMatchObject({ outcome: "changed", fault: null });
    expect(await fleet.get("stale-file").read(v3)).toBe(extending("new v3"));
  });

  it.each(["removed", "written"] as const)(
    "in a machine that went down after %s goes back, and out of effect",
    async (step) => {
      const node = fleet.get(`down-${step}`);
      const { report, restarts } = await interrupt(node, step, "down");
      // The machine came up with one new file and one old, so the service is started once more.
      expect(report).toMatchObject({ outcome: "rolled-back", fault: "interrupted" });
      expect(restarts).toBe(2);
      await expectOld(node);
    },
  );

  it.each(ways)("%s after the last file had its name goes on", async (way) => {
    const node = fleet.get(`${way}-file`);
    const { report } = await interrupt(node, "file", way);
    expect(report).toMatchObject({ outcome: "changed", fault: null, evidence: { digest: "equal" } });
    expect(await node.exists(v2)).toBe(false);
    expect(await node.read(v3)).toBe(extending("new v3"));
    expect(await node.read(node.registriesPath)).toBe(wanted);
    expect(await node.read(`${etc}/config.toml`)).toContain("# new v3");
  });

  it.each(ways.flatMap((way) => (["template-back", "file-back"] as const).map((step) => ({ way, step }))))(
    "$way on the way back after $step comes back whole",
    async ({ way, step }) => {
      const node = fleet.get(`${way}-${step}`);
      const { report } = await interrupt(node, step, way);
      expect(report).toMatchObject({ outcome: "rolled-back", fault: "restart-failed" });
      await expectOld(node);
    },
  );

  it("leaves what somebody else wrote meanwhile, and takes its own back", async () => {
    const node = fleet.get("foreign");
    await node.write(v3, extending("old v3"));
    await node.run(["systemctl", "restart", node.unit]);
    const request = await requestFor(targetOf(fleet, node), wanted, {
      templates: [
        templateChange("config-v3.toml.tmpl", { from: extending("old v3"), to: extending("new v3") }),
      ],
    });
    await endAfter(node, "written", "killed");
    const pushing = run(targetOf(fleet, node), request).catch((error: unknown) => error);
    await waitFor(() => node.exists("/var/lib/played/ended"));
    await node.killSessions();
    await pushing;
    await node.write(node.registriesPath, mirrorFile("by-hand.example.com"));
    const state = await resumed(node, request.transactionId);
    expect(state).toMatchObject({
      report: { outcome: "failed", fault: "file-changed", params: { path: node.registriesPath } },
    });
    expect(await node.read(v3)).toBe(extending("old v3"));
    expect(await node.read(node.registriesPath)).toBe(mirrorFile("by-hand.example.com"));
  });
});
