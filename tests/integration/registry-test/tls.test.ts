import { describe, expect, it } from "vitest";
import type { FileValue } from "@/lib/domain/registries/schema";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { ask, endOf, stepOf } from "./ask";
import { makeAuthority } from "./certificates";
import { answerWith, serveHttp, serveSocket, serveTls } from "./servers";

temporaryDatabase();
const make = makeAuthority();
const corp = make.authority("corp", "/O=Corp/CN=Corp Root");
const renewed = make.authority("renewed", "/O=Corp/CN=Corp Root");
make.authority("other", "/O=Elsewhere/CN=Other Root");
const between = make.signed("between", { by: "corp", subject: "/O=Corp/CN=Corp Issuing", ca: true });
const harbor = make.signed("harbor", { by: "corp", san: "DNS:harbor.local" });

const store = async (name: string, pem: string, key?: string): Promise<FileValue> => {
  const certificate = { name, slug: name, certificate: pem, ...(key === undefined ? {} : { key }) };
  const { slug } = await createCertificate(certificate, actorWith("editor"));
  return { kind: "certificate", slug };
};

const corpCa = async () => {
  stored ??= store("corp-ca", corp.cert);
  return { ca: await stored };
};
let stored: Promise<FileValue> | undefined;

describe("a certificate that fits", () => {
  it("is verified by the chosen authority, and shown", async () => {
    const port = await serveTls(harbor);
    const result = await ask({ url: `https://harbor.local:${port}`, tls: await corpCa() });
    expect(endOf(result)).toBeNull();
    expect(result).toMatchObject({ ok: true, url: `https://harbor.local:${port}/v2/` });
    expect(stepOf(result, "tls")).toMatchObject({
      outcome: "ok",
      note: { code: "verified", params: { protocol: "TLSv1.3" } },
    });
    expect(stepOf(result, "dns")?.note).toEqual({
      code: "resolved",
      params: { addresses: "127.0.0.1", more: 0 },
    });
    expect(stepOf(result, "connect")?.note).toEqual({
      code: "connected",
      params: { address: "127.0.0.1", port },
    });
    expect(stepOf(result, "login")?.note?.code).toBe("not-asked");
    expect(result.certificates).toMatchObject([
      { subject: "CN=harbor", issuer: "CN=Corp Root, O=Corp", names: ["harbor.local"] },
    ]);
    for (const { outcome, ms } of result.steps) {
      if (outcome === "ok") expect(ms).toBeGreaterThanOrEqual(0);
    }
  });

  it("of a client is shown to a registry that wants one", async () => {
    const client = make.signed("client", { by: "corp" });
    const stored = await store("client", client.cert, client.key);
    const port = await serveTls({ ...harbor, requestCert: true, rejectUnauthorized: true, ca: corp.cert });
    const url = `https://harbor.local:${port}`;
    const without = await ask({ url, tls: await corpCa() });
    expect(endOf(without)?.code).toBe("client-certificate-needed");
    const tls = { ...(await corpCa()), client: { certificate: stored, key: stored } };
    expect(endOf(await ask({ url, tls }))).toBeNull();
  });

  it("of a client whose key belongs to another is said to be unusable", async () => {
    const [one, two] = [make.signed("one", { by: "corp" }), make.signed("two", { by: "corp" })];
    const certificate = await store("one", one.cert, one.key);
    const key = await store("two", two.cert, two.key);
    const port = await serveTls(harbor);
    const tls = { ...(await corpCa()), client: { certificate, key } };
    const result = await ask({ url: `https://harbor.local:${port}`, tls });
    expect(endOf(result)).toMatchObject({ step: "tls", code: "client-certificate-unusable" });
  });
});

it("shows no client certificate that only nodes have, and leaves its key in the store", async () => {
  const pair = make.signed("stays", { by: "corp" });
  const key = await store("stays", pair.cert, pair.key);
  const url = `https://harbor.local:${await serveTls(harbor)}`;
  const client = { certificate: { kind: "path" as const, path: "/etc/c.crt" }, key };
  const result = await ask({ url, tls: { ...(await corpCa()), client } });
  expect(result).toMatchObject({
    ok: true,
    remarks: [{ code: "client-on-node", params: { path: "/etc/c.crt" } }],
  });
  expect(await db().auditEvent.count({ where: { targetName: "stays", action: "certificate.used" } })).toBe(0);
});

describe("a certificate that does not fit", () => {
  it.each([
    { asked: "localhost", names: "harbor.local", san: "DNS:harbor.local" },
    { asked: "harbor.lan", names: "harbor.local, *.corp", san: "DNS:harbor.local,DNS:*.corp" },
    { asked: "a.b.corp", names: "*.corp", san: "DNS:*.corp" },
    { asked: "harbor.local", names: "10.0.0.5", san: "IP:10.0.0.5" },
  ])("is refused for $asked when it is for $names", async ({ asked, names, san }) => {
    const port = await serveTls(make.signed("named", { by: "corp", san }));
    const result = await ask({ url: `https://${asked}:${port}`, tls: await corpCa() });
    expect(endOf(result)).toEqual({ step: "tls", code: "name-mismatch", params: { names, more: 0, asked } });
    expect(stepOf(result, "api")?.outcome).toBe("not-reached");
    expect(result.certificates).toHaveLength(1);
  });

  it("is refused when only its common name fits", async () => {
    const port = await serveTls(make.signed("harbor.local", { by: "corp" }));
    const result = await ask({ url: `https://harbor.local:${port}`, tls: await corpCa() });
    const params = { common: "harbor.local", asked: "harbor.local" };
    expect(endOf(result)).toEqual({ step: "tls", code: "names-missing", params });
  });

  it("is refused for an address that it does not name", async () => {
    const port = await serveTls(harbor);
    const result = await ask({ url: `https://127.0.0.1:${port}`, tls: await corpCa() });
    const params = { names: "harbor.local", more: 0, asked: "127.0.0.1" };
    expect(endOf(result)).toEqual({ step: "tls", code: "name-mismatch", params });
    expect(stepOf(result, "dns")).toMatchObject({ outcome: "not-needed", note: { code: "address-given" } });
  });

  it.each([
    ["expired", ["20200101000000Z", "20210101000000Z"], "2021-01-01T00:00:00.000Z"],
    ["not-yet-valid", ["20900101000000Z", "20910101000000Z"], "2090-01-01T00:00:00.000Z"],
  ] as const)("is refused as %s", async (code, [from, to], at) => {
    const pair = make.signed(code, { by: "corp", san: "DNS:harbor.local", days: [from, to] });
    const result = await ask({ url: `https://harbor.local:${await serveTls(pair)}`, tls: await corpCa() });
    expect(endOf(result)).toEqual({ step: "tls", code, params: { subject: `CN=${code}`, at } });
  });

  it("is refused when it signed itself", async () => {
    const port = await serveTls(make.selfSigned("alone", "DNS:harbor.local"));
    const result = await ask({ url: `https://harbor.local:${port}` });
    expect(endOf(result)).toEqual({ step: "tls", code: "self-signed", params: { subject: "CN=alone" } });
  });

  it("is refused when nobody known signed it", async () => {
    const foreign = make.signed("foreign", { by: "other", san: "DNS:harbor.local" });
    const url = `https://harbor.local:${await serveTls(foreign)}`;
    const issuer = "CN=Other Root, O=Elsewhere";
    expect(endOf(await ask({ url }))).toEqual({
      step: "tls",
      code: "unknown-ca",
      params: { issuer, hasCa: "no", chosen: "" },
    });
    expect(endOf(await ask({ url, tls: await corpCa() }))).toEqual({
      step: "tls",
      code: "unknown-ca",
      params: { issuer, hasCa: "yes", chosen: "CN=Corp Root, O=Corp" },
    });
  });

  it("is refused when the authority was made anew under its old name", async () => {
    const ca = await store("renewed-ca", renewed.cert);
    const result = await ask({ url: `https://harbor.local:${await serveTls(harbor)}`, tls: { ca } });
    expect(endOf(result)).toEqual({
      step: "tls",
      code: "ca-other-key",
      params: { issuer: "CN=Corp Root, O=Corp" },
    });
  });

  it("is refused when the one in between is not shown, and taken when it is", async () => {
    const leaf = make.signed("below", { by: "between", san: "DNS:harbor.local" });
    const alone = await ask({ url: `https://harbor.local:${await serveTls(leaf)}`, tls: await corpCa() });
    const params = { issuer: "CN=Corp Issuing, O=Corp" };
    expect(endOf(alone)).toEqual({ step: "tls", code: "chain-incomplete", params });
    const whole = { cert: leaf.cert + between.cert, key: leaf.key };
    const complete = await ask({ url: `https://harbor.local:${await serveTls(whole)}`, tls: await corpCa() });
    expect(endOf(complete)).toBeNull();
    expect(complete.certificates).toHaveLength(2);
  });

  it("is refused when the one that signed it may sign none", async () => {
    const clerk = make.signed("clerk", { by: "corp", subject: "/O=Corp/CN=Clerk" });
    const leaf = make.signed("forged", { by: "clerk", san: "DNS:harbor.local" });
    const port = await serveTls({ cert: leaf.cert + clerk.cert, key: leaf.key });
    const result = await ask({ url: `https://harbor.local:${port}`, tls: await corpCa() });
    expect(endOf(result)).toMatchObject({ step: "tls", code: "certificate-refused" });
  });

  it("is a warning where nothing is verified, and the test goes on", async () => {
    const url = `https://harbor.lan:${await serveTls(harbor)}`;
    const result = await ask({ url, tls: { ...(await corpCa()), skipVerify: true } });
    expect(result.ok).toBe(true);
    expect(stepOf(result, "tls")).toMatchObject({
      outcome: "warning",
      note: { code: "unverified" },
      fault: { code: "name-mismatch" },
    });
    expect(stepOf(result, "api")?.outcome).toBe("ok");
  });
});

describe("a port that speaks something else", () => {
  it("is told as plain http under https", async () => {
    const port = await serveHttp(answerWith(200));
    const params = { host: "harbor.local", port };
    expect(endOf(await ask({ url: `https://harbor.local:${port}` }))).toEqual({
      step: "tls",
      code: "plain-http-on-https",
      params,
    });
  });

  it("is told as https under http", async () => {
    const port = await serveTls(harbor);
    const params = { host: "harbor.local", port };
    expect(endOf(await ask({ url: `http://harbor.local:${port}` }))).toEqual({
      step: "api",
      code: "https-on-http",
      params,
    });
  });

  it("is told as no TLS at all", async () => {
    const port = await serveSocket((socket) => socket.end("220 mail.local ESMTP at your service\r\n"));
    const result = await ask({ url: `https://harbor.local:${port}` });
    expect(endOf(result)).toMatchObject({ step: "tls", code: "not-tls" });
  });

  it("is told as a refused handshake", async () => {
    const port = await serveTls({
      ...harbor,
      maxVersion: "TLSv1.1",
      minVersion: "TLSv1",
      ciphers: "ALL:@SECLEVEL=0",
    });
    const result = await ask({ url: `https://harbor.local:${port}` });
    expect(endOf(result)).toMatchObject({ step: "tls", code: "tls-refused" });
  });
});
