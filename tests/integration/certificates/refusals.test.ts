import { beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/v1/certificates/inspect/route";
import { readPemText } from "@/lib/domain/certificates/form";
import { reorderPem } from "@/lib/domain/certificates/pem-order";
import type { CertificateInspection } from "@/lib/domain/certificates/schema";
import { locales } from "@/lib/i18n/locales";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const openssl = opensslFolder();

type Body = { certificate: string; key?: string };
const send = async (body: Body, locale: string) => {
  const request = await loggedInRequest("editor", "/api/v1/certificates/inspect", { method: "POST", body });
  request.headers.set("cookie", `${request.headers.get("cookie")}; locale=${locale}`);
  return POST(request);
};
const inspect = async (body: Body): Promise<CertificateInspection> => (await send(body, "en")).json();
const wordsOf = async (body: Body, locale: string): Promise<string> => {
  const { error, warnings } = await (await send(body, locale)).json();
  return error ? error.issues[0].message : JSON.stringify(warnings);
};

let client = { certificate: "", key: "" };
let root = { certificate: "", key: "" };

beforeAll(() => {
  root = openssl.makeCa("root");
  client = openssl.makeSigned("client", "root");
  openssl.run("x509", "-in", "client.crt", "-outform", "der", "-out", "client.der");
  openssl.run("pkey", "-in", "client.key", "-outform", "der", "-out", "key.der");
  const bundle = ["-in", "client.crt", "-inkey", "client.key", "-passout", "pass:x", "-out", "client.p12"];
  openssl.run("pkcs12", "-export", ...bundle);
  openssl.run("base64", "-in", "client.p12", "-out", "p12.b64");
  openssl.run("crl2pkcs7", "-nocrl", "-certfile", "root.crt", "-outform", "der", "-out", "root.p7c");
});

const kinds = (): Record<string, Body> => ({
  expired: { certificate: openssl.makeDated("old", 2020, 2021).certificate },
  order: { certificate: root.certificate + client.certificate, key: client.key },
  mismatch: { certificate: client.certificate, key: root.key },
  pkcs12: { certificate: openssl.read("client.p12") },
  "pkcs12 as base64": { certificate: openssl.read("p12.b64") },
  der: { certificate: openssl.read("client.der") },
  "der key": { certificate: client.certificate, key: openssl.read("key.der") },
  pkcs7: { certificate: openssl.read("root.p7c") },
  large: { certificate: "x".repeat(70 * 1024) },
  ssh: { certificate: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ mei@edge" },
  pgp: { certificate: "-----BEGIN PGP PUBLIC KEY BLOCK-----\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----" },
});

it.each(locales)("has a text of its own for each wrong input, in %s", async (locale) => {
  const words = new Map<string, string>();
  for (const [kind, body] of Object.entries(kinds())) words.set(await wordsOf(body, locale), kind);
  expect([...words.values()]).toEqual(Object.keys(kinds()));
  expect([...words.keys()].some((text) => /\p{Script=Han}/u.test(text))).toBe(locale === "zh-CN");
});

it("knows files by their bytes in the browser as well, before anything is sent", () => {
  const codes = ["client.p12", "p12.b64", "client.der", "key.der", "root.p7c"].map((name) =>
    readPemText(openssl.read(name)),
  );
  expect(codes.map((read) => (read.ok ? "" : read.code))).toEqual([
    "pem-pkcs12",
    "pem-pkcs12-base64",
    "pem-der",
    "pem-der-key",
    "pem-pkcs7-der",
  ]);
  expect(readPemText("x".repeat(70 * 1024))).toEqual({ ok: false, code: "pem-too-long" });
});

it("names commands that do what they say", () => {
  openssl.run("x509", "-inform", "der", "-in", "client.der", "-out", "cert.pem");
  expect(openssl.read("cert.pem")).toBe(client.certificate);
  openssl.run("pkcs12", "-in", "client.p12", "-nodes", "-passin", "pass:x", "-out", "all.pem");
  expect(readPemText(openssl.read("all.pem"))).toEqual({ ok: true, ...client });
  openssl.run("pkcs7", "-inform", "der", "-in", "root.p7c", "-print_certs", "-out", "certs.pem");
  expect(readPemText(openssl.read("certs.pem"))).toMatchObject({ certificate: root.certificate });
});

it("offers the right order of a chain, which is then taken", async () => {
  const certificate = root.certificate + client.certificate;
  const found = await inspect({ certificate });
  expect(found).toMatchObject({ order: [2, 1] });
  expect(found.warnings.map(({ code }) => code)).toContain("chain-order");
  const sorted = reorderPem(certificate, found.order ?? []) ?? "";
  expect(sorted).toBe(client.certificate + root.certificate);
  expect(await inspect({ certificate: sorted, key: client.key })).toMatchObject({
    order: null,
    warnings: [],
  });
});
