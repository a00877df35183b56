import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/v1/certificates/[id]/route";
import { GET, POST } from "@/app/api/v1/certificates/route";
import type { CertificateView } from "@/lib/domain/certificates/schema";
import type { Role } from "@/lib/domain/people/roles";
import { openKeyWithSecret } from "@/lib/server/certificates/sealed-key";
import { db } from "@/lib/server/db/client";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host } from "@/tests/support/definitions";

temporaryDatabase();
const openssl = opensslFolder();

const path = "/api/v1/certificates";
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const post = async (body: unknown, role: Role = "editor") =>
  POST(await loggedInRequest(role, path, { method: "POST", body }));
const patch = async (id: string, body: unknown, role: Role = "editor") =>
  PATCH(await loggedInRequest(role, `${path}/${id}`, { method: "PATCH", body }), at(id));
const remove = async (id: string, role: Role = "editor") =>
  DELETE(await loggedInRequest(role, `${path}/${id}`, { method: "DELETE" }), at(id));
const list = async (): Promise<CertificateView[]> =>
  (await GET(await loggedInRequest("viewer", path))).json();

let ca = { certificate: "", key: "" };
let client = { certificate: "", key: "" };

beforeAll(() => {
  ca = openssl.makeCa("corp-root");
  client = openssl.makeSigned("puller", "corp-root");
});

describe("certificates", () => {
  it("are stored under a slug of their name; the key is sealed and never told", async () => {
    const answer = await post({ name: "Corp root", certificate: ca.certificate });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      slug: "corp-root",
      kind: "ca",
      hasKey: false,
      version: 1,
      createdByName: "editor",
      usedBy: [],
    });
    const withKey = await post({ name: "Puller", ...client });
    const text = await withKey.text();
    expect(text).not.toContain("PRIVATE KEY");
    const { id } = JSON.parse(text);
    const version = await db().certificateVersion.findFirstOrThrow({ where: { certificateId: id } });
    expect(Buffer.from(version.sealedKey ?? []).toString("latin1")).not.toContain("PRIVATE KEY");
    expect(openKeyWithSecret({ id: version.id, sealedKey: version.sealedKey ?? new Uint8Array() })).toBe(
      client.key,
    );
    expect((await list()).map(({ name }) => name)).toEqual(["Corp root", "Puller"]);
  });

  it("are replaced by a new version, with the old key only when it fits", async () => {
    const { id } = await (await post({ name: "Rotating", ...client })).json();
    const other = openssl.makeSigned("other", "corp-root");
    const kept = await patch(id, { certificate: other.certificate, keepKey: true });
    expect((await kept.json()).error.issues).toMatchObject([{ path: ["key"], code: "key-mismatch" }]);
    const longer = await patch(id, { certificate: client.certificate + ca.certificate, keepKey: true });
    expect(await longer.json()).toMatchObject({ version: 2, hasKey: true });
    expect(await (await patch(id, { name: "Renamed" })).json()).toMatchObject({
      name: "Renamed",
      version: 2,
    });
    expect(await (await patch(id, other)).json()).toMatchObject({ version: 3, subject: "CN=other" });
    expect((await patch(id, { key: client.key })).status).toBe(400);
    expect((await patch("nobody", { name: "x" })).status).toBe(404);
  });

  it("are not deleted, and keep their key, while a configuration uses them", async () => {
    const { id, slug } = await (await post({ name: "Used", ...client })).json();
    const file = { kind: "certificate", slug } as const;
    const tls = { ca_file: null, cert_file: file, key_file: file, insecure_skip_verify: false, extras: [] };
    const configurationId = await created("uses it", define({ registryHosts: [host("h", null, { tls })] }));
    expect((await list()).find((one) => one.id === id)?.usedBy).toEqual([
      { configurationId, name: "uses it" },
    ]);
    const refused = await (await remove(id)).json();
    expect(refused.error).toMatchObject({
      reason: "certificateInUse",
      params: { configurations: "uses it" },
    });
    const keyless = await (await patch(id, { certificate: client.certificate })).json();
    expect(keyless.error.reason).toBe("certificateKeyInUse");
    await configurations.save(configurationId, { baseNumber: 1, definition: define({}) });
    expect((await remove(id)).status).toBe(204);
    const versions = await db().certificateVersion.findMany({ where: { certificateId: id } });
    expect(versions.map(({ sealedKey }) => sealedKey)).toEqual([null]);
    expect((await list()).map((one) => one.id)).not.toContain(id);
    expect((await (await post({ name: "Used", certificate: ca.certificate })).json()).slug).toBe("used-2");
  });

  it("are written by editors, operators and administrators only", async () => {
    const { id } = await (await post({ name: "Guarded", certificate: ca.certificate }, "operator")).json();
    for (const role of ["viewer", "auditor"] as const) {
      expect((await post({ name: "x", certificate: ca.certificate }, role)).status).toBe(403);
      expect((await patch(id, { name: "x" }, role)).status).toBe(403);
      expect((await remove(id, role)).status).toBe(403);
    }
    expect((await remove(id, "admin")).status).toBe(204);
  });

  it("are audited without their keys", async () => {
    const { id } = await (await post({ name: "Audited", ...client })).json();
    const events = await db().auditEvent.findMany({ where: { targetId: id } });
    expect(events).toMatchObject([{ action: "certificate.created", targetName: "Audited" }]);
    expect(JSON.stringify(events)).not.toContain("PRIVATE KEY");
  });
});
