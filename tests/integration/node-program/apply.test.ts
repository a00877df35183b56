import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  codesOf,
  hostsFile,
  mirrorFile,
  push,
  requestFor,
  run,
  sha256,
  startsOf,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "s1", registries: mirrorFile("old.example.com"), systemdRun: true },
    { name: "a1", role: "agent", unitType: "exec", cluster: "s1" },
    { name: "r1", distribution: "rke2", registries: "mirrors: {}\n" },
    { name: "o1", init: "openrc", role: "agent", cluster: "s1", registries: "mirrors: {}\n" },
    {
      name: "odd",
      unit: "k3s-edge",
      serviceFlags: "--data-dir /srv/k3s",
      dataDir: "/srv/k3s",
      config: "private-registry: /etc/rancher/k3s/other.yaml\n",
      shellBanner: "Welcome. All use is logged.",
    },
  ]);
});
afterAll(() => fleet.stop());

describe("a push that goes well", () => {
  it("replaces the file, restarts once and tells each phase and the evidence", async () => {
    const s1 = fleet.get("s1");
    const before = await startsOf(s1);
    const text = mirrorFile("new.example.com");
    const { report, events, request } = await push(targetOf(fleet, s1), text);
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(report.evidence).toMatchObject({
      digest: "equal",
      mode: "600",
      owner: "root:root",
      unit: "active",
      containerd: "answers",
      generated: "newer",
      ready: "yes",
    });
    expect(await s1.read(s1.registriesPath)).toBe(text);
    expect(await startsOf(s1)).toBe(before + 1);
    expect(codesOf(events)).toEqual(
      expect.arrayContaining(["check baseline", "back-up saved", "apply replaced", "restart active"]),
    );
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const saved = `/var/lib/pullpath/backups/${request.transactionId}/registries.yaml`;
    expect(await s1.read(saved)).toBe(mirrorFile("old.example.com"));
    expect((await s1.stat(saved))?.mode).toBe("600");
    expect(await s1.list("/etc/rancher/k3s")).toEqual(["registries.yaml"]);
  });

  it("leaves the service alone when the file is in effect already", async () => {
    const s1 = fleet.get("s1");
    const before = await startsOf(s1);
    const { report } = await push(targetOf(fleet, s1), await s1.read(s1.registriesPath));
    expect(report).toMatchObject({ outcome: "unchanged", fault: null, evidence: { digest: "equal" } });
    expect(await startsOf(s1)).toBe(before);
  });

  it("restarts for the same content when the service is older than the file", async () => {
    const s1 = fleet.get("s1");
    const text = mirrorFile("hand.example.com");
    await s1.write(s1.registriesPath, text);
    const before = await startsOf(s1);
    const { report, request } = await push(targetOf(fleet, s1), text);
    expect(request.facts).toMatchObject({ pendingRestart: true });
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(await startsOf(s1)).toBe(before + 1);
  });

  it("takes away rights others have on an unchanged file without a restart", async () => {
    const s1 = fleet.get("s1");
    await s1.run(["chmod", "644", s1.registriesPath]);
    const { report, events } = await push(targetOf(fleet, s1), await s1.read(s1.registriesPath));
    expect(report).toMatchObject({ outcome: "unchanged", evidence: { mode: "600" } });
    expect(codesOf(events)).toContain("apply rights-mended");
  });

  it("only writes when told so, and the next push finds the restart pending", async () => {
    const s1 = fleet.get("s1");
    const before = await startsOf(s1);
    const text = mirrorFile("written.example.com");
    const { report } = await push(targetOf(fleet, s1), text, { writeOnly: true });
    expect(report).toMatchObject({ outcome: "written", fault: null, evidence: { digest: "equal" } });
    expect(await startsOf(s1)).toBe(before);
    expect((await push(targetOf(fleet, s1), text)).report.outcome).toBe("changed");
  });

  it("compares what K3s generated with what was expected", async () => {
    const s1 = fleet.get("s1");
    const files = [{ path: "certs.d/docker.io/hosts.toml", sha256: sha256(hostsFile("exact.example.com")) }];
    const { report } = await push(targetOf(fleet, s1), mirrorFile("exact.example.com"), {
      generated: { files, enforce: true },
    });
    expect(report).toMatchObject({ outcome: "changed", evidence: { generated: "equal" } });
  });
});

describe.concurrent("other nodes", () => {
  it("makes the file on an agent that had none", async () => {
    const a1 = fleet.get("a1");
    const { report } = await push(targetOf(fleet, a1), mirrorFile("m.example.com"));
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect((await a1.stat(a1.registriesPath))?.mode).toBe("600");
  });

  it("serves RKE2", async () => {
    const r1 = fleet.get("r1");
    const { report, request } = await push(targetOf(fleet, r1), mirrorFile("m.example.com"));
    expect(request.facts).toMatchObject({ unit: "rke2-server", dataDir: "/var/lib/rancher/rke2" });
    expect(report).toMatchObject({ outcome: "changed", evidence: { containerd: "answers", ready: "yes" } });
  });

  it("serves OpenRC", async () => {
    const { report, request } = await push(targetOf(fleet, fleet.get("o1")), mirrorFile("m.example.com"));
    expect(request.facts).toMatchObject({ manager: "openrc", unit: "k3s-agent" });
    expect(report).toMatchObject({ outcome: "changed", evidence: { containerd: "answers" } });
  });

  it("finds another unit name, data folder and place of the file behind a banner and sudo with a password", async () => {
    const odd = fleet.get("odd");
    const target = targetOf(fleet, odd, { username: "deploy", sudoPassword: passwordOf("deploy") });
    const request = await requestFor(target, mirrorFile("m.example.com"));
    expect(request.facts).toMatchObject({
      unit: "k3s-edge",
      dataDir: "/srv/k3s",
      registriesPath: "/etc/rancher/k3s/other.yaml",
    });
    const { report } = await run(target, request);
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(await odd.read("/etc/rancher/k3s/other.yaml")).toBe(mirrorFile("m.example.com"));
  });
});
