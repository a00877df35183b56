import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CertificateFile } from "@/lib/server/node-program/request";
import { mirrorFile, push, requestFor, run, sha256, startsOf } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import type { Fault as NodeFault } from "@/tests/support/nodes/faults";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const owned = "/etc/rancher/pullpath/tls";

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([{ name: "s1", registries: old }]);
});
afterAll(() => fleet.stop());

function certificate(text: string): CertificateFile {
  const bytes = Buffer.from(text);
  const digest = sha256(bytes);
  return { path: `${owned}/${digest.slice(0, 16)}.crt`, bytes, sha256: digest, mode: 0o644 };
}

async function expectUntouched(starts: number) {
  const s1 = fleet.get("s1");
  expect(await s1.read(s1.registriesPath)).toBe(old);
  expect(await startsOf(s1)).toBe(starts);
  expect((await s1.list("/etc/rancher/k3s")).filter((name) => name.startsWith(".pullpath"))).toEqual([]);
  expect(await s1.exists("/var/lib/pullpath/lock")).toBe(false);
}

describe("a push that cannot be begun leaves the node as it was", () => {
  it.each<[NodeFault, string]>([
    ["disk-full", "disk-full"],
    ["read-only", "read-only"],
    ["immutable-file", "not-writable"],
    ["unit-missing", "service-not-found"],
  ])("%s is told as %s", async (nodeFault, fault) => {
    const s1 = fleet.get("s1");
    const starts = await startsOf(s1);
    const request = await requestFor(targetOf(fleet, s1), wanted);
    await s1.setFault(nodeFault, true);
    try {
      const { report } = await run(targetOf(fleet, s1), request);
      expect(report).toMatchObject({ outcome: "failed", fault });
    } finally {
      await s1.setFault(nodeFault, false);
    }
    await expectUntouched(starts);
  });

  it("stops when the file is not the one that was reviewed", async () => {
    const s1 = fleet.get("s1");
    const starts = await startsOf(s1);
    const { report } = await push(targetOf(fleet, s1), wanted, { expected: sha256("what was reviewed") });
    expect(report).toMatchObject({ outcome: "failed", fault: "file-changed" });
    expect(JSON.stringify(report)).not.toContain(sha256(old));
    expect((await push(targetOf(fleet, s1), wanted, { expected: "absent" })).report.fault).toBe(
      "file-changed",
    );
    await expectUntouched(starts);
  });

  it("keeps no file that arrived other than it was sent", async () => {
    const s1 = fleet.get("s1");
    const starts = await startsOf(s1);
    const request = await requestFor(targetOf(fleet, s1), wanted);
    const file = { ...request.file, sha256: sha256("what was sent") };
    const { report } = await run(targetOf(fleet, s1), { ...request, file });
    expect(report).toMatchObject({ outcome: "failed", fault: "upload-broken", params: { reason: "digest" } });
    await expectUntouched(starts);
  });

  it("names the TLS paths that are not there", async () => {
    const s1 = fleet.get("s1");
    const starts = await startsOf(s1);
    const requiredPaths = ["/etc/hostname", "/etc/ssl/corp ca.pem", "/etc/ssl"];
    const { report } = await push(targetOf(fleet, s1), wanted, { requiredPaths });
    expect(report).toMatchObject({ outcome: "failed", fault: "tls-path-missing" });
    expect(report.params["paths"]).toBe("/etc/ssl/corp ca.pem\n/etc/ssl");
    await expectUntouched(starts);
  });

  it("never overwrites a certificate, not even one somebody damaged", async () => {
    const s1 = fleet.get("s1");
    const starts = await startsOf(s1);
    const file = certificate("good certificate");
    await s1.run(["mkdir", "-p", owned]);
    await s1.write(file.path, "damaged");
    const { report } = await push(targetOf(fleet, s1), wanted, { certificates: [file] });
    expect(report).toMatchObject({
      outcome: "failed",
      fault: "content-differs",
      params: { path: file.path },
    });
    expect(await s1.read(file.path)).toBe("damaged");
    await s1.remove(file.path);
    await expectUntouched(starts);
  });
});

describe("certificates", () => {
  it("are there before the file that names them, once, with their rights", async () => {
    const s1 = fleet.get("s1");
    const ca = certificate("a certificate authority");
    const bytes = Buffer.from("a private key");
    const digest = sha256(bytes);
    const key: CertificateFile = {
      path: `${owned}/${digest.slice(0, 16)}.key`,
      bytes,
      sha256: digest,
      mode: 0o600,
    };
    const text = `${wanted}configs:\n  new.example.com:\n    tls:\n      ca_file: ${ca.path}\n`;
    const first = await push(targetOf(fleet, s1), text, { certificates: [ca, key] });
    expect(first.report).toMatchObject({ outcome: "changed" });
    expect(await s1.read(ca.path)).toBe("a certificate authority");
    expect((await s1.stat(ca.path))?.mode).toBe("644");
    expect((await s1.stat(key.path))?.mode).toBe("600");
    const second = await push(targetOf(fleet, s1), text, { certificates: [ca, key] });
    expect(second.report.outcome).toBe("unchanged");
    expect(second.events.filter(({ code }) => code === "certificate-kept")).toHaveLength(2);
    await s1.remove(ca.path);
    const third = await push(targetOf(fleet, s1), text, { certificates: [ca, key] });
    expect(third.report.outcome).toBe("changed");
    expect(await s1.list(owned)).toHaveLength(2);
  });

  it("and backups are kept of the last ten pushes", async () => {
    const s1 = fleet.get("s1");
    const folder = "/var/lib/pullpath";
    for (let count = 0; count < 12; count += 1) {
      const at = `202001${String(count + 10)}0000`;
      const made = `${folder}/backups/old-${count} ${folder}/transactions/old-${count}`;
      await s1.run([
        "sh",
        "-c",
        `mkdir -p ${made} && : >${folder}/transactions/old-${count}/report && touch -t ${at} ${made}`,
      ]);
    }
    await push(targetOf(fleet, s1), await s1.read(s1.registriesPath));
    expect(await s1.list(`${folder}/backups`)).toHaveLength(10);
    expect(await s1.list(`${folder}/transactions`)).toHaveLength(10);
    expect(await s1.list(`${folder}/backups`)).not.toContain("old-0");
  });

  it("that came with a refused file go with it", async () => {
    const s1 = fleet.get("s1");
    const before = await s1.list(owned);
    const { report } = await push(targetOf(fleet, s1), "mirrors:\n\tbad\n", {
      certificates: [certificate("unused")],
    });
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "configuration-refused" });
    expect(await s1.list(owned)).toEqual(before);
  });
});
