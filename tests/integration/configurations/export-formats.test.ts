import { beforeAll, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { convert } from "@/lib/domain/formats/convert";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { filesBelow, unpack } from "@/tests/support/archives";
import { opensslFolder } from "@/tests/support/certificates";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret } from "@/tests/support/definitions";
import { readToml } from "@/tests/support/read-toml";

temporaryDatabase();
const openssl = opensslFolder();
const canary = "canary-{{ 7*7 }}-\"'";
let id = "";
let client = { certificate: "", key: "" };

beforeAll(async () => {
  const editor = actorWith("editor");
  openssl.makeCa("root");
  client = openssl.makeSigned("puller", "root");
  await createCredential(
    { name: "Robot", slug: "robot", fields: { username: "r", password: canary } },
    editor,
  );
  await createCertificate({ name: "Puller", ...client }, editor);
  const file = { kind: "certificate", slug: "puller" } as const;
  id = await created(
    "Werk Süd / 1",
    define({
      note: "a {{ note }}",
      mirrors: [mirror("docker.io", "https://harbor.corp/v2/hub")],
      registryHosts: [
        host(
          "harbor.corp",
          { username: secret("robot"), password: secret("robot") },
          {
            tls: { ca_file: file, cert_file: file, key_file: file, insecure_skip_verify: false, extras: [] },
          },
        ),
      ],
    }),
  );
});

const withSecrets = (format: string, more: object = {}) =>
  configurations.export(id, "admin", { passwordCheckedAt: new Date(), body: { format, ...more } });
const without = (format: string, more: object = {}) =>
  configurations.export(id, "viewer", { body: { format, secrets: false, ...more } });
const textOf = async (answer: Promise<Response>) => (await answer).text();
const bytesOf = async (answer: Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());
const nameOf = (answer: Response) => answer.headers.get("content-disposition");

describe("every format", () => {
  it.each(["registries-yaml", "archive", "ansible", "cloud-init", "hosts-toml"])(
    "%s asks for role and password before it gives secrets, and is audited",
    async (format) => {
      for (const role of ["viewer", "editor", "operator", "auditor"] as const) {
        const refused = await configurations.export(id, role, {
          passwordCheckedAt: new Date(),
          body: { format },
        });
        expect(refused.status).toBe(403);
      }
      expect((await configurations.export(id, "admin", { body: { format } })).status).toBe(403);
      const before = await db().auditEvent.count({ where: { action: "configuration.exported" } });
      expect((await without(format)).status).toBe(200);
      const answer = await withSecrets(format);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
      const events = await db().auditEvent.findMany({ where: { action: "configuration.exported" } });
      expect(events).toHaveLength(before + 1);
      expect(JSON.stringify(events.at(-1)?.detail)).toContain(format);
      expect(await bytesOf(withSecrets(format))).toEqual(await bytesOf(withSecrets(format)));
    },
  );

  it("is refused where there is no such format, target or revision", async () => {
    expect((await without("talos")).status).toBe(400);
    expect((await without("archive", { target: { distribution: "k8s" } })).status).toBe(400);
    expect((await without("archive", { revision: 9 })).status).toBe(404);
  });
});

describe("cloud-init", () => {
  it("writes the file and its TLS files with their owners and modes", async () => {
    const answer = await withSecrets("cloud-init", { target: { distribution: "rke2" } });
    expect(nameOf(answer)).toBe('attachment; filename="pullpath-werk-s-d-1-r1-cloud-init.yaml"');
    const text = await answer.text();
    expect(text.startsWith("#cloud-config\n")).toBe(true);
    const files: { path: string; owner: string; permissions: string; content: string }[] =
      parseYaml(text).write_files;
    expect(
      files.map(({ path, owner, permissions }) => [path.replace(/[0-9a-f]{16}/, "x"), owner, permissions]),
    ).toEqual([
      ["/etc/rancher/rke2/registries.yaml", "root:root", "0600"],
      ["/etc/rancher/pullpath/tls/x.crt", "root:root", "0644"],
      ["/etc/rancher/pullpath/tls/x.key", "root:root", "0600"],
    ]);
    expect(files[0]?.content).toBe(await textOf(withSecrets("registries-yaml")));
    expect(files[2]?.content.trim()).toBe(client.key.trim());
  });

  it("without secrets says what to fill in and what to add", async () => {
    const text = await textOf(without("cloud-init"));
    expect(text).toContain("#   robot.password\n");
    expect(text).toMatch(/#\s+\/etc\/rancher\/pullpath\/tls\/[0-9a-f]{16}\.key\n/);
    expect(text).not.toMatch(/PRIVATE KEY|canary/);
    expect(parseYaml(text).write_files).toHaveLength(2);
  });
});

describe("the variables for k3s-ansible", () => {
  it("with secrets keep Jinja away from them", async () => {
    const text = await textOf(withSecrets("ansible"));
    expect(text).toContain("registries_config_yaml: !unsafe |\n");
    const read = parseYaml(text, { logLevel: "silent" });
    expect(read.registries_config_yaml).toBe(await textOf(withSecrets("registries-yaml")));
    expect(read.registries_tls_files.map(({ mode }: { mode: string }) => mode)).toEqual(["0644", "0600"]);
  });

  it("without secrets ask for each as a variable, and escape what only looks like one", async () => {
    const text = await textOf(without("ansible"));
    const { registries_config_yaml: config } = parseYaml(text, { logLevel: "silent" });
    expect(config).toContain("password: {{ registry_robot_password | to_json(ensure_ascii=False) }}\n");
    expect(config).toContain("# a {{ '{{' }} note }}\n");
    expect(text).toContain("#   registry_robot_username\n#   registry_robot_password\n");
    expect(text).not.toMatch(/PRIVATE KEY|canary/);
  });
});

describe("the tree of hosts.toml", () => {
  it("comes back at an import, and holds the logins only with secrets", async () => {
    const target = { distribution: "k3s", version: "v1.36.2+k3s1" };
    const answer = await withSecrets("hosts-toml", { target });
    expect(answer.headers.get("content-type")).toBe("application/gzip");
    const top = "pullpath-werk-s-d-1-r1-containerd";
    const { folder, read } = unpack(await bytesOf(Promise.resolve(answer)));
    expect(
      filesBelow(folder)
        .map((name) => name.replace(/[0-9a-f]{16}/, "x"))
        .sort(),
    ).toEqual([
      `${top}/certs.d/docker.io/hosts.toml`,
      `${top}/certs.d/harbor.corp/hosts.toml`,
      `${top}/config.toml`,
      `${top}/files/etc/rancher/pullpath/tls/x.crt`,
      `${top}/files/etc/rancher/pullpath/tls/x.key`,
    ]);
    const text = read(`${top}/certs.d/docker.io/hosts.toml`);
    expect(text).toContain("# Registries of Werk Süd / 1, revision 1, as for v1.36.2+k3s1.\n");
    expect(text).not.toContain("DO NOT EDIT");
    const again = convert({ format: "hosts-toml", text, registry: "docker.io", readToml });
    expect(
      again.ok && again.value.kind === "converted" && again.value.conversion.definition.mirrors,
    ).toMatchObject([{ name: "docker.io", endpoints: [{ url: "https://harbor.corp/v2/hub" }] }]);
    expect(read(`${top}/config.toml`)).toContain("canary");
    const masked = unpack(await bytesOf(without("hosts-toml", { target })));
    expect(masked.read(`${top}/config.toml`)).toContain('password = "{{secret:robot.password}}"');
    expect(filesBelow(masked.folder).filter((name) => name.endsWith(".key"))).toEqual([]);
  });
});
