import { describe, expect, it } from "vitest";
import { encodeFrame, encodeOptions, endFrame } from "@/lib/server/node-program/frames";
import { applyFrames } from "@/lib/server/node-program/options";
import type { ApplyRequest } from "@/lib/server/node-program/request";

const digest = "a".repeat(64);
const request: ApplyRequest = {
  transactionId: "transaction-1",
  facts: {
    unit: "k3s",
    manager: "systemd",
    distribution: "k3s",
    role: "server",
    dataDir: "/var/lib/rancher/k3s",
    registriesPath: "/etc/rancher/k3s/registries.yaml",
    nodeName: "s1",
    binary: "/usr/local/bin/k3s",
  },
  expected: "absent",
  file: { bytes: Buffer.from("mirrors: {}\n"), sha256: digest },
  certificates: [],
  templates: [],
  requiredPaths: [],
  generated: null,
  writeOnly: false,
};

const template: ApplyRequest["templates"][number] = {
  name: "config.toml.tmpl",
  expected: "absent",
  bytes: Buffer.from("x"),
  sha256: digest,
};

describe("frames", () => {
  it("have headers of 200 bytes, so nothing is read ahead", () => {
    const bytes = Buffer.from("x".repeat(70_000));
    const frame = encodeFrame({ kind: "file", bytes, mode: 0o600, path: "-" });
    expect(frame.length).toBe(200 + bytes.length);
    expect(frame.subarray(0, 200).toString()).toMatch(/^file 70000 [0-9a-f]{64} 600 - +\n$/);
    expect(endFrame().length).toBe(200);
  });

  it("carry the file after its certificates and the options before both", () => {
    const path = `/etc/rancher/pullpath/tls/${digest.slice(0, 16)}.crt`;
    const certificate = { path, bytes: Buffer.from("x"), sha256: digest, mode: 0o644 as const };
    const kinds = applyFrames({ ...request, certificates: [certificate] }).map((frame) =>
      frame.toString("latin1").split(" ", 1).join(),
    );
    expect(kinds).toEqual(["options", "certificate", "file", "end"]);
  });

  it("carry templates before the file, and of one that is taken away its name only", () => {
    const [head, ...frames] = applyFrames({
      ...request,
      templates: [
        { name: "config.toml.tmpl", expected: digest, bytes: null, sha256: null },
        { name: "config-v3.toml.tmpl", expected: "absent", bytes: Buffer.from("x"), sha256: digest },
      ],
    });
    expect(head?.toString()).toContain(`\ntemplate config.toml.tmpl ${digest} absent\n`);
    expect(head?.toString()).toContain(`\ntemplate config-v3.toml.tmpl absent ${digest}`);
    expect(frames.map((frame) => frame.toString("latin1").split(" ", 1).join())).toEqual([
      "template",
      "file",
      "end",
    ]);
    expect(frames[0]?.toString()).toMatch(/^template 1 [0-9a-f]{64} 600 config-v3[.]toml[.]tmpl +\nx$/);
  });
});

describe("options", () => {
  it("are lines, and a value can never become two", () => {
    expect(encodeOptions([["path", "/etc/a b"]]).toString()).toContain("\npath /etc/a b");
    for (const value of ["a\nunit evil", "a\rb", "a\0b", " a", "a "]) {
      expect(() => encodeOptions([["path", value]])).toThrow("one line");
    }
  });

  it.each<[string, Partial<ApplyRequest>]>([
    ["a transaction id with a path in it", { transactionId: "../../etc/cron" }],
    [
      "a certificate outside the folder of ours",
      {
        certificates: [{ path: "/etc/passwd", bytes: Buffer.from(""), sha256: digest, mode: 0o644 }],
      },
    ],
    ["a template of another name", { templates: [{ ...template, name: "../x" as "config.toml.tmpl" }] }],
    ["a template twice", { templates: [template, template] }],
    ["a template of no sound digest", { templates: [{ ...template, sha256: "x" }] }],
    ["a template without its digest", { templates: [{ ...template, sha256: null }] }],
    ["an expected template that is no digest", { templates: [{ ...template, expected: "x y" }] }],
    ["to take away what is not there", { templates: [{ ...template, bytes: null, sha256: null }] }],
    [
      "templates without a known folder",
      { templates: [template], facts: { ...request.facts, dataDir: "data" } },
    ],
    ["an expectation that is no digest", { expected: "anything" }],
    ["a restart without a unit", { facts: { ...request.facts, unit: null } }],
    ["a required path of two lines", { requiredPaths: ["/a\nrequire /b"] }],
  ])("refuse %s", (_name, changes) => {
    expect(() => applyFrames({ ...request, ...changes })).toThrow("Invariant");
  });

  it("that are more than the node reads are refused before anything is sent", () => {
    const requiredPaths = Array.from({ length: 100 }, (_, index) => `/${index}${"x".repeat(3_000)}`);
    const refused = (() => {
      try {
        return applyFrames({ ...request, requiredPaths });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ fault: "protocol", params: { reason: "too-many-options" } });
    expect(() => applyFrames({ ...request, requiredPaths: requiredPaths.slice(0, 80) })).not.toThrow();
  });

  it("give RKE2 more time", () => {
    const facts = { ...request.facts, distribution: "rke2" as const };
    expect(applyFrames({ ...request, facts })[0]?.toString()).toContain("\nactive-limit 600\n");
    expect(applyFrames(request)[0]?.toString()).toContain("\nactive-limit 180\n");
  });
});
