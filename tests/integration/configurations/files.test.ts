import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { parse } from "@/lib/domain/registries/parse";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { freezeVersions, renderWithSecrets } from "@/lib/server/configurations/render-with-secrets";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { updateCredential } from "@/lib/server/credentials/update-credential";
import { db } from "@/lib/server/db/client";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { actorWith } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";

const { folder } = temporaryDatabase();
const openssl = opensslFolder();
const editor = actorWith("editor");
const logLines: string[] = [];
singleton("log", () => createLog("debug", { write: (line) => void logLines.push(line) }));
const canaries = {
  credential: "canary-credential-81b2",
  inline: "canary-inline-5f0c",
  extra: "canary-extra-93aa",
};
const checkedNow = () => ({ passwordCheckedAt: new Date() });

let client = { certificate: "", key: "" };
let credentialId = "";
let certificateId = "";
let configurationId = "";

const tls = {
  ca_file: { kind: "certificate", slug: "puller" },
  cert_file: { kind: "certificate", slug: "puller" },
  key_file: { kind: "certificate", slug: "puller" },
  insecure_skip_verify: false,
  extras: [],
} as const;
const referring = define({
  mirrors: [mirror("docker.io", "https://harbor.corp")],
  registryHosts: [
    host(
      "harbor.corp",
      { username: secret("robot"), password: secret("robot") },
      { tls: { ...tls, extras: [] } },
    ),
  ],
});

beforeAll(async () => {
  openssl.makeCa("root");
  client = openssl.makeSigned("puller", "root");
  const fields = { username: "robot$puller", password: canaries.credential };
  credentialId = (await createCredential({ name: "Robot", slug: "robot", fields }, editor)).id;
  certificateId = (await createCertificate({ name: "Puller", ...client }, editor)).id;
  configurationId = await created("files", referring);
});

describe("the file of a configuration", () => {
  it("is downloaded with placeholders and the paths a push would use", async () => {
    const answer = await configurations.download(configurationId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/yaml; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="registries.yaml"');
    const file = await answer.text();
    expect(file).toContain('password: "{{secret:robot.password}}"');
    const fingerprint = createHash("sha256").update(client.certificate).digest("hex");
    expect(file).toContain(`/etc/rancher/pullpath/tls/${fingerprint.slice(0, 16)}.crt`);
    const read = parse(file, { certificateAt: () => "puller" });
    expect(read.ok && read.definition).toEqual(referring);
    await configurations.save(configurationId, { baseNumber: 1, definition: define({ note: "newer" }) });
    expect(await (await configurations.download(configurationId, "?revision=1")).text()).toBe(file);
    expect(await (await configurations.download(configurationId)).text()).not.toBe(file);
    expect((await configurations.download(configurationId, "?revision=9")).status).toBe(404);
    expect((await configurations.download(configurationId, "?revision=1;x")).status).toBe(400);
    await configurations.save(configurationId, { baseNumber: 2, definition: referring });
  });

  it("is exported with its secrets to an administrator who typed the password, and audited", async () => {
    expect((await configurations.export(configurationId, "editor", checkedNow())).status).toBe(403);
    const unchecked = await configurations.export(configurationId);
    expect(unchecked.status).toBe(403);
    expect((await unchecked.json()).error.reason).toBe("passwordNeeded");
    const stale = { passwordCheckedAt: new Date(Date.now() - 6 * 60_000) };
    expect((await configurations.export(configurationId, "admin", stale)).status).toBe(403);
    const answer = await configurations.export(configurationId, "admin", checkedNow());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const decoded = decode(await answer.text());
    expect(decoded.ok && decoded.result.configs?.["harbor.corp"]?.auth).toMatchObject({
      username: "robot$puller",
      password: canaries.credential,
    });
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: "configuration.exported" } });
    expect(event).toMatchObject({ actorName: "admin", targetId: configurationId, result: "ok" });
  });

  it("is rendered for a push with the versions it froze, whatever is rotated later", async () => {
    const frozen = await freezeVersions(referring, db());
    expect(frozen.map(({ slug }) => slug).sort()).toEqual(["puller", "robot"]);
    const first = await renderWithSecrets(referring, frozen);
    await updateCredential({ id: credentialId, fields: { password: "rotated" }, keep: ["username"] }, editor);
    const newer = openssl.makeSigned("newer", "root");
    await updateCertificate({ id: certificateId, ...newer }, editor);
    expect(await renderWithSecrets(referring, frozen)).toEqual(first);
    expect(first.files.map(({ mode }) => mode).sort()).toEqual([0o600, 0o644]);
    for (const { path, bytes, sha256 } of first.files) {
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
      expect(path).toContain(`/etc/rancher/pullpath/tls/${sha256.slice(0, 16)}.`);
      expect(first.text).toContain(path);
    }
    const second = await renderWithSecrets(referring, await freezeVersions(referring, db()));
    expect(second.text).toContain("rotated");
    expect(second.files[0]?.bytes.toString()).toBe(newer.certificate);
  });

  it("is refused to a push when a credential it names was deleted", async () => {
    await createCredential({ name: "gone", slug: "gone", fields: { password: "p" } }, editor);
    const definition = define({ registryHosts: [host("h", { password: secret("gone") })] });
    const id = await created("names a deleted one", definition);
    const frozen = await freezeVersions(definition, db());
    const { id: goneId } = await db().credential.findUniqueOrThrow({ where: { slug: "gone" } });
    await expect(deleteCredential(goneId, editor)).rejects.toMatchObject({
      reason: "credentialInUse",
      params: { configurations: "names a deleted one" },
    });
    await configurations.save(id, { baseNumber: 1, definition: define({}) });
    await deleteCredential(goneId, editor);
    await expect(freezeVersions(definition, db())).rejects.toMatchObject({ reason: "credentialDeleted" });
    await expect(renderWithSecrets(definition, frozen)).rejects.toMatchObject({
      reason: "credentialDeleted",
    });
    expect(await (await configurations.download(id, "?revision=1")).text()).toContain(
      "{{secret:gone.password}}",
    );
    await expect(renderWithSecrets(referring, [])).rejects.toMatchObject({ reason: "credentialDeleted" });
  });

  it("keeps every secret out of database, log and answers", async () => {
    const yaml = `configs:\n  x.example.com:\n    auth: {username: u, password: ${canaries.inline}, token: ${canaries.extra}}\n`;
    const imported = parse(yaml);
    const answers = [
      await configurations.create({ name: "imported", definition: imported.ok && imported.definition }),
      await configurations.create({ name: "bad", definition: { password: canaries.inline } }),
      await configurations.save(configurationId, {
        baseNumber: 99,
        definition: define({ registryHosts: [host("z", { auth: text(canaries.inline) })] }),
      }),
    ];
    const { id } = await db().configuration.findUniqueOrThrow({ where: { nameKey: "imported" } });
    answers.push(await configurations.get(id), await configurations.download(id));
    expect(answers.map(({ status }) => status)).toEqual([201, 400, 409, 200, 200]);
    expect(logLines.length).toBeGreaterThan(10);
    const seen = [...logLines, ...(await Promise.all(answers.map((answer) => answer.text())))];
    for (const name of readdirSync(folder).filter((file) => file.startsWith("pullpath.db"))) {
      seen.push(readFileSync(join(folder, name), "latin1"));
    }
    expect(existsSync(join(folder, "pullpath.db"))).toBe(true);
    const keyLine = client.key.split("\n")[3] ?? "";
    for (const canary of [...Object.values(canaries), keyLine]) {
      expect(canary.length).toBeGreaterThan(10);
      expect(seen.filter((part) => part.includes(canary))).toHaveLength(0);
    }
    const exported = await configurations.export(id, "admin", checkedNow());
    expect(await exported.text()).toContain(canaries.extra);
  });
});
