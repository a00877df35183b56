import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { ansibleVariables } from "@/lib/domain/formats/export-ansible";
import { cloudInit } from "@/lib/domain/formats/export-cloud-init";
import { type Exported, missingFiles, placeholdersIn } from "@/lib/domain/formats/export-format";
import { blockOrQuoted } from "@/lib/domain/formats/yaml-block";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { render } from "@/lib/domain/registries/render";

const secret = (slug: string) => ({ kind: "secret", slug }) as const;
const text = (value: string) => ({ kind: "text", text: value }) as const;
const host = (name: string, slug: string) => ({
  host: name,
  note: "",
  tls: null,
  extras: [],
  auth: {
    username: text('x "{{secret:look.alike}}"'),
    password: secret(slug),
    auth: null,
    identity_token: null,
    extras: [],
  },
});
const yaml = render({
  ...emptyDefinition,
  note: 'password: "{{secret:in.note}}"',
  registryHosts: [host("a", "a-b"), host("b", "a"), host("c", "a-b")],
});
const exported = (more: Partial<Exported> = {}): Exported => ({
  name: "edge",
  folder: "pullpath-edge-r1",
  number: 1,
  text: yaml,
  files: [],
  templates: [],
  ...more,
});

describe("an export", () => {
  it("knows the secrets of a file from what only looks like one", () => {
    expect(placeholdersIn(yaml)).toEqual(["a-b.password", "a.password"]);
  });

  it("knows the TLS files that it lacks", () => {
    const named =
      '  ca_file: "/etc/rancher/pullpath/tls/1.crt"\n  key_file: "/etc/rancher/pullpath/tls/1.key"\n  cert_file: "/own.crt"\n';
    const file = { path: "/etc/rancher/pullpath/tls/1.crt", bytes: new Uint8Array(), mode: 0o644 };
    expect(missingFiles({ text: named, files: [file] })).toEqual(["/etc/rancher/pullpath/tls/1.key"]);
  });

  it("names the variables of Ansible once each, and hides what Jinja would read", () => {
    const { registries_config_yaml: config } = parseYaml(ansibleVariables(exported(), false));
    expect(config).toContain("password: {{ registry_a_b_password | to_json(ensure_ascii=False) }}");
    expect(config).toContain("password: {{ registry_a_password | to_json(ensure_ascii=False) }}");
    const marks = config.replace(
      /\{\{ (?:'\{[{%#]'|registry_\w+ \| to_json\(ensure_ascii=False\)) \}\}/g,
      "",
    );
    expect(marks).not.toMatch(/\{[{%#]/);
    const clash = render({ ...emptyDefinition, registryHosts: [host("a", "a-b"), host("b", "a--b")] });
    expect(ansibleVariables(exported({ text: clash }), false)).toContain("registry_a_b_password_2");
  });

  it.each(["\u2028", "\u2029", "\u0085", "\r", "\n"])("keeps a name with %j inside of its comment", (end) => {
    const named = exported({ name: `edge${end}runcmd: [touch /tmp/x]` });
    const lines = (text: string) => text.split(/[\n\r\u0085\u2028\u2029]/);
    for (const text of [cloudInit(named, "k3s"), ansibleVariables(named, false)]) {
      expect(lines(text).filter((line) => line.startsWith("runcmd"))).toEqual([]);
    }
  });

  it("writes what no block can hold as base64, exactly", () => {
    const odd = " begins with a space\u2028\ufeff\n\n";
    const entry = parseYaml(cloudInit(exported({ text: odd }), "k3s")).write_files[0];
    expect(entry.encoding).toBe("b64");
    expect(Buffer.from(entry.content, "base64").toString()).toBe(odd);
  });

  it.each(["a\n", "a", " a\n", "", "a\n\n", "\ta: [\n", "é\n中\n", "a\r\n", "a\u0085\n", "---\n...\n# x\n"])(
    "keeps %j as it is in YAML",
    (value) => {
      expect(parseYaml(`k:\n  - ${blockOrQuoted(value, "    ")}\n`).k[0]).toBe(value);
    },
  );
});
