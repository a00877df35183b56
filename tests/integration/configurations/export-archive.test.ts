import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { ustar } from "@/lib/domain/formats/ustar";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { actorWith } from "@/tests/support/actors";
import { filesBelow, machine, modeOf, sh, unpack } from "@/tests/support/archives";
import { opensslFolder } from "@/tests/support/certificates";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret } from "@/tests/support/definitions";

temporaryDatabase();
const openssl = opensslFolder();
const top = "pullpath-edge-r1";
let whole = unpacked();
let masked = unpacked();

function unpacked() {
  return { folder: "", listing: "", read: (_name: string) => "", bytes: new Uint8Array() };
}

beforeAll(async () => {
  const editor = actorWith("editor");
  openssl.makeCa("root");
  await createCredential({ name: "Robot", slug: "robot", fields: { password: "canary-1" } }, editor);
  await createCertificate({ name: "Puller", ...openssl.makeSigned("puller", "root") }, editor);
  const file = { kind: "certificate", slug: "puller" } as const;
  const id = await created(
    "edge",
    define({
      mirrors: [mirror("docker.io", "https://harbor.corp")],
      registryHosts: [
        host(
          "harbor.corp",
          { password: secret("robot") },
          {
            tls: { ca_file: null, cert_file: file, key_file: file, insecure_skip_verify: false, extras: [] },
          },
        ),
      ],
    }),
  );
  const get = async (secrets: boolean) => {
    const answer = await configurations.export(id, "admin", {
      passwordCheckedAt: new Date(),
      body: { format: "archive", secrets },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { ...unpack(bytes), bytes };
  };
  whole = await get(true);
  masked = await get(false);
});

/** Names of TLS files come from their digests, which are others at each run. */
const hidden = (names: string[]) => names.map((name) => name.replace(/[0-9a-f]{16}/, "x")).sort();

const script = (given = whole) => `${given.folder}/${top}/install.sh`;
const k3s = () => machine("etc/rancher/k3s", "etc/systemd/system/multi-user.target.wants");
const enable = (at: (path: string) => string, unit: string) =>
  symlinkSync("/nowhere", at(`etc/systemd/system/multi-user.target.wants/${unit}.service`));

function put(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe("the archive", () => {
  it("is read by the real tar, with modes, owners and the time of the revision", () => {
    const lines = whole.listing.trim().split("\n");
    expect(lines.map((line) => line.slice(0, 10))).toEqual([
      "-rwxr-xr-x",
      "-rw-------",
      "-rw-r--r--",
      "-rw-------",
    ]);
    expect(lines.every((line) => /^\S+ root\/root\s/.test(line))).toBe(true);
    expect(whole.listing).toContain(new Date().toISOString().slice(0, 10));
    expect(hidden(filesBelow(whole.folder))).toEqual([
      `${top}/files/etc/rancher/pullpath/tls/x.crt`,
      `${top}/files/etc/rancher/pullpath/tls/x.key`,
      `${top}/install.sh`,
      `${top}/registries.yaml`,
    ]);
    expect(filesBelow(masked.folder).filter((name) => name.endsWith(".key"))).toEqual([]);
    expect(masked.read(`${top}/registries.yaml`)).toContain("{{secret:robot.password}}");
  });
});

describe("install.sh", () => {
  it("installs with the right modes, keeps the old file, and says what to restart", () => {
    const { root, at, has, read } = k3s();
    put(at("etc/rancher/k3s/registries.yaml"), "old\n");
    chmodSync(at("etc/rancher/k3s/registries.yaml"), 0o644);
    enable(at, "k3s-agent");
    const run = sh(script(), "--root", root);
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("To apply it, run: systemctl restart k3s-agent\n");
    expect(read("etc/rancher/k3s/registries.yaml")).toBe(whole.read(`${top}/registries.yaml`));
    expect(modeOf(at("etc/rancher/k3s/registries.yaml"))).toBe("600");
    const files = filesBelow(at("etc/rancher"));
    const backup = files.find((name) => name.endsWith(".bak")) ?? "";
    expect([read(`etc/rancher/${backup}`), modeOf(at(`etc/rancher/${backup}`))]).toEqual(["old\n", "600"]);
    const tls = files.filter((name) => name.startsWith("pullpath/tls/"));
    expect(tls.map((name) => [name.slice(-3), modeOf(at(`etc/rancher/${name}`))]).sort()).toEqual([
      ["crt", "644"],
      ["key", "600"],
    ]);
    expect(files).toHaveLength(4);
    const again = sh(script(), "--root", root);
    expect([again.status, again.stdout]).toEqual([
      0,
      `${root}/etc/rancher/k3s/registries.yaml is the same already\nTo apply it, run: systemctl restart k3s-agent\n`,
    ]);
    expect(filesBelow(at("etc/rancher"))).toEqual(files);
    expect(has("etc/rancher/rke2")).toBe(false);
  });

  it("knows RKE2, and OpenRC", () => {
    const rke2 = machine("opt/rke2/bin/rke2", "etc/systemd/system/multi-user.target.wants");
    expect(sh(script(), "--root", rke2.root).stdout).toContain(
      "one of these services: rke2-server rke2-agent\n",
    );
    expect(rke2.has("etc/rancher/rke2/registries.yaml")).toBe(true);
    const alpine = machine("usr/local/bin/k3s", "etc/runlevels/default/k3s");
    expect(sh(script(), "--root", alpine.root).stdout).toContain(
      "To apply it, run: rc-service k3s restart\n",
    );
  });

  it("changes nothing where it cannot go on, and says why", () => {
    const { root, at, has } = k3s();
    const both = machine("etc/rancher/k3s", "etc/rancher/rke2");
    const refused: [string[], string, string?][] = [
      [["--root", machine().root], "neither K3s nor RKE2 is on this machine: say --k3s or --rke2"],
      [["--root", both.root], "this machine has K3s and RKE2: say --k3s or --rke2"],
      [["--root", root, "--restart"], "--restart and --root exclude each other"],
      [["--root"], "--root needs a folder"],
      [["--root", `${root}/none`], `there is no folder ${root}/none`],
      [["--force"], "unknown argument: --force"],
    ];
    for (const [options, words] of refused) {
      const run = sh(script(), ...options);
      expect([run.status, run.stderr.trim().split("\n").at(-1)]).toEqual([1, `install.sh: ${words}`]);
    }
    expect(sh(script(), "--root", both.root, "--rke2").status).toBe(0);
    expect(sh(script(), "--help").stdout).toContain("Usage:");
    const open = sh(script(masked), "--root", root);
    expect([open.status, open.stderr.split("\n").slice(1)]).toEqual([1, ["  robot.password", ""]]);
    symlinkSync("/nowhere", at("etc/rancher/k3s/registries.yaml"));
    expect(sh(script(), "--root", root).stderr).toContain("is a symbolic link");
    expect(has("etc/rancher/k3s/registries.yaml")).toBe(false);
  });

  it("without the key installs once placeholders are filled in and the key is on the machine", () => {
    const { root, at } = k3s();
    const text = masked.read(`${top}/registries.yaml`).replace("{{secret:robot.password}}", "typed");
    put(`${masked.folder}/${top}/registries.yaml`, text);
    const run = sh(script(masked), "--root", root);
    const [, key = ""] =
      /these files are neither here nor on this machine: (\S+\.key)\n/.exec(run.stderr) ?? [];
    expect([run.status, key.startsWith("/etc/rancher/pullpath/tls/")]).toEqual([1, true]);
    put(at(key), "key");
    expect(sh(script(masked), "--root", root).status).toBe(0);
  });
});

it("names what is too long or not ASCII, as the real tar reads it", () => {
  const long = `certs.d/${"a".repeat(200)}/hosts.toml`;
  const entries = [long, "certs.d/仓库.corp:5000/hosts.toml", `x/${"b".repeat(97)}`].map((path) => ({
    path,
    bytes: new TextEncoder().encode(path),
    mode: 0o644,
  }));
  const { folder, read } = unpack(gzipSync(ustar(entries, 1)));
  expect(filesBelow(folder)).toEqual(entries.map(({ path }) => path).sort());
  for (const { path } of entries) expect(read(path)).toBe(path);
});
