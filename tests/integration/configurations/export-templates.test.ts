import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { filesBelow, machine, modeOf, sh, unpack } from "@/tests/support/archives";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const v3 = "config-v3.toml.tmpl";
const text = '{{ template "base" . }}\n# 模板 {{ "x" }}\n';
const top = "pullpath-edge-r2";
const etc = "agent/etc/containerd";
let id = "";

beforeAll(async () => {
  id = await created("edge");
  const saved = await configurations.putTemplates(id, { baseNumber: 1, templates: [{ name: v3, text }] });
  expect(saved.status).toBe(200);
});

const exported = (format: string, more: object = {}) =>
  configurations.export(id, "viewer", { body: { format, secrets: false, ...more } });
const textOf = async (format: string, more: object = {}) => (await exported(format, more)).text();
const archive = async (format = "archive") =>
  unpack(new Uint8Array(await (await exported(format)).arrayBuffer()));
const k3s = () => machine("etc/rancher/k3s");

function put(path: string, content: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

describe("a template in an export", () => {
  it("lies beside install.sh, for root alone", async () => {
    const { folder, listing, read } = await archive();
    expect(filesBelow(folder)).toContain(`${top}/templates/${v3}`);
    expect(read(`${top}/templates/${v3}`)).toBe(text);
    expect(listing).toMatch(/^-rw------- root\/root .*config-v3\.toml\.tmpl$/m);
  });

  it("is written by cloud-init where the node has its data, whatever its folder is called", async () => {
    for (const [target, dataDir] of [
      [{ distribution: "rke2" }, "/var/lib/rancher/rke2"],
      [{ dataDir: "/data: #1\u2028x" }, "/data: #1\u2028x"],
    ] as const) {
      const { write_files: files } = parseYaml(await textOf("cloud-init", { target }));
      expect(files.at(-1)).toMatchObject({
        path: `${dataDir}/${etc}/${v3}`,
        permissions: "0600",
        content: text,
      });
    }
  });

  it("is a variable for Ansible that Jinja leaves alone, with a play that copies it", async () => {
    const variables = await textOf("ansible");
    expect(variables).toContain('loop: "{{ containerd_templates }}"');
    expect(variables).toMatch(/content: !unsafe \|\n {6}\{\{ template "base" \. \}\}/);
    const { containerd_templates: templates } = parseYaml(variables, { logLevel: "silent" });
    expect(templates).toEqual([{ dest: `/var/lib/rancher/k3s/${etc}/${v3}`, mode: "0600", content: text }]);
  });

  it("is in neither of the formats that hold registries alone", async () => {
    expect(await textOf("registries-yaml")).not.toContain("template");
    expect(filesBelow((await archive("hosts-toml")).folder).join()).not.toContain(".tmpl");
  });
});

describe("install.sh with a template", () => {
  const script = async () => `${(await archive()).folder}/${top}/install.sh`;

  it("puts it into the data folder, and keeps what was there", async () => {
    const { root, at, read } = k3s();
    const target = `var/lib/rancher/k3s/${etc}/${v3}`;
    put(at(target), "old\n");
    const run = sh(await script(), "--root", root);
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect([read(target), modeOf(at(target))]).toEqual([text, "600"]);
    const kept = filesBelow(at(dirname(target))).filter((name) => name.endsWith(".bak"));
    expect(kept.map((name) => read(`${dirname(target)}/${name}`))).toEqual(["old\n"]);
    expect(sh(await script(), "--root", root).stdout).toContain(`${at(target)} is the same already\n`);
  });

  it("asks for the data folder where the machine names one", async () => {
    const { root, at, has, read } = k3s();
    put(at("etc/rancher/k3s/config.yaml.d/a.yaml"), 'data-dir: "/data"\n');
    const refused = sh(await script(), "--root", root);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      `install.sh: ${at("etc/rancher/k3s/config.yaml.d/a.yaml")} names a data folder of its own: say --data-dir FOLDER\n`,
    ]);
    expect(has("etc/rancher/k3s/registries.yaml")).toBe(false);
    expect(sh(await script(), "--root", root, "--data-dir", "/data").status).toBe(0);
    expect(read(`data/${etc}/${v3}`)).toBe(text);
    for (const [given, words] of [
      [["--data-dir"], "--data-dir needs a folder"],
      [["--data-dir", "data"], "--data-dir needs the whole path of a folder"],
    ] as const)
      expect(sh(await script(), ...given).stderr).toBe(`install.sh: ${words}\n`);
  });

  it("replaces no link", async () => {
    const { root, at } = k3s();
    mkdirSync(at(`var/lib/rancher/k3s/${etc}`), { recursive: true });
    symlinkSync("/nowhere", at(`var/lib/rancher/k3s/${etc}/${v3}`));
    const run = sh(await script(), "--root", root);
    expect([run.status, run.stderr]).toMatchObject([1, expect.stringContaining("is a symbolic link")]);
  });
});
