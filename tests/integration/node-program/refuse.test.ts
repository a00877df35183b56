import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CertificateFile } from "@/lib/server/node-program/request";
import { mirrorFile, push, requestFor, run, sha256, startsOf } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import type { Fault as NodeFault } from "@/tests/support/nodes/faults";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const owned = "/etc/rancher/pullpath/tls";

let fleet: TestFleet;
beforeAll(async () => {
  const faults = ["disk-full", "read-only", "immutable-file", "unit-missing"];
  const names = [...faults, "changed", "upload", "paths", "damaged", "certificates"];
  fleet = await startNodes(names.map((name) => ({ name, registries: old })));
});
afterAll(() => fleet.stop());

function certificate(text: string): CertificateFile {
  const bytes = Buffer.from(text);
  const digest = sha256(bytes);
  return { path: `${owned}/${digest.slice(0, 16)}.crt`, bytes, sha256: digest, mode: 0o644 };
}

async function expectUntouched(node: TestNode, starts: number) {
  expect(await node.read(node.registriesPath)).toBe(old);
  expect(await startsOf(node)).toBe(starts);
  expect((await node.list("/etc/rancher/k3s")).filter((name) => name.startsWith(".pullpath"))).toEqual([]);
  expect(await node.exists("/var/lib/pullpath/lock")).toBe(false);
}

describe.concurrent("a push that cannot be begun leaves the node as it was", () => {
  it.each<[NodeFault, string]>([
    ["disk-full", "disk-full"],
    ["read-only", "read-only"],
    ["immutable-file", "not-writable"],
    ["unit-missing", "service-not-found"],
  ])("%s is told as %s", async (nodeFault, fault) => {
    const node = fleet.get(nodeFault);
    const starts = await startsOf(node);
    const request = await requestFor(targetOf(fleet, node), wanted);
    await node.setFault(nodeFault, true);
    try {
      const { report } = await run(targetOf(fleet, node), request);
      expect(report).toMatchObject({ outcome: "failed", fault });
    } finally {
      await node.setFault(nodeFault, false);
    }
    await expectUntouched(node, starts);
  });

  it("stops when the file is not the one that was reviewed", async () => {
    const node = fleet.get("changed");
    const starts = await startsOf(node);
    const { report } = await push(targetOf(fleet, node), wanted, { expected: sha256("what was reviewed") });
    expect(report).toMatchObject({ outcome: "failed", fault: "file-changed" });
    expect(JSON.stringify(report)).not.toContain(sha256(old));
    expect((await push(targetOf(fleet, node), wanted, { expected: "absent" })).report.fault).toBe(
      "file-changed",
    );
    await expectUntouched(node, starts);
  });

  it("keeps no file that arrived other than it was sent", async () => {
    const node = fleet.get("upload");
    const starts = await startsOf(node);
    const request = await requestFor(targetOf(fleet, node), wanted);
    const file = { ...request.file, sha256: sha256("what was sent") };
    const { report } = await run(targetOf(fleet, node), { ...request, file });
    expect(report).toMatchObject({ outcome: "failed", fault: "upload-broken", params: { reason: "digest" } });
    await expectUntouched(node, starts);
  });

  it("names the TLS paths that are not there", async () => {
    const node = fleet.get("paths");
    const starts = await startsOf(node);
    const requiredPaths = ["/etc/hostname", "/etc/ssl/corp ca.pem", "/etc/ssl"];
    const { report } = await push(targetOf(fleet, node), wanted, { requiredPaths });
    expect(report).toMatchObject({ outcome: "failed", fault: "tls-path-missing" });
    expect(report.params["paths"]).toBe("/etc/ssl/corp ca.pem\n/etc/ssl");
    await expectUntouched(node, starts);
  });

  it("never overwrites a certificate, not even one somebody damaged", async () => {
    const node = fleet.get("damaged");
    const starts = await startsOf(node);
    const file = certificate("good certificate");
    await node.run(["mkdir", "-p", owned]);
    await node.write(file.path, "damaged");
    const { report } = await push(targetOf(fleet, node), wanted, { certificates: [file] });
    expect(report).toMatchObject({
      outcome: "failed",
      fault: "content-differs",
      params: { path: file.path },
    });
    expect(await node.read(file.path)).toBe("damaged");
    await node.remove(file.path);
    await expectUntouched(node, starts);
  });
});

describe("certificates", () => {
  it("are there before the file that names them, once, with their rights", async () => {
    const node = fleet.get("certificates");
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
    const first = await push(targetOf(fleet, node), text, { certificates: [ca, key] });
    expect(first.report).toMatchObject({ outcome: "changed" });
    expect(await node.read(ca.path)).toBe("a certificate authority");
    expect((await node.stat(ca.path))?.mode).toBe("644");
    expect((await node.stat(key.path))?.mode).toBe("600");
    const second = await push(targetOf(fleet, node), text, { certificates: [ca, key] });
    expect(second.report.outcome).toBe("unchanged");
    expect(second.events.filter(({ code }) => code === "certificate-kept")).toHaveLength(2);
    await node.remove(ca.path);
    const third = await push(targetOf(fleet, node), text, { certificates: [ca, key] });
    expect(third.report.outcome).toBe("changed");
    expect(await node.list(owned)).toHaveLength(2);
  });

  it("and backups are kept of the last ten pushes", async () => {
    const node = fleet.get("certificates");
    const folder = "/var/lib/pullpath";
    for (let count = 0; count < 12; count += 1) {
      const at = `202001${String(count + 10)}0000`;
      const made = `${folder}/backups/old-${count} ${folder}/transactions/old-${count}`;
      await node.run([
        "sh",
        "-c",
        `mkdir -p ${made} && : >${folder}/transactions/old-${count}/report && touch -t ${at} ${made}`,
      ]);
    }
    await push(targetOf(fleet, node), await node.read(node.registriesPath));
    expect(await node.list(`${folder}/backups`)).toHaveLength(10);
    expect(await node.list(`${folder}/transactions`)).toHaveLength(10);
    expect(await node.list(`${folder}/backups`)).not.toContain("old-0");
  });

  it("that came with a refused file go with it", async () => {
    const node = fleet.get("certificates");
    const before = await node.list(owned);
    const { report } = await push(targetOf(fleet, node), "mirrors:\n\tbad\n", {
      certificates: [certificate("unused")],
    });
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "configuration-refused" });
    expect(await node.list(owned)).toEqual(before);
  });
});
