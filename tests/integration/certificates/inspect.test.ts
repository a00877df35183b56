import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/certificates/inspect/route";
import { commandParams } from "@/lib/domain/certificates/convert";
import type { CertificateInspection } from "@/lib/domain/certificates/schema";
import type { FieldIssue } from "@/lib/domain/errors";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const openssl = opensslFolder();

type Body = { certificate: string; key?: string; keyPassphrase?: string };
const send = async (body: Body, role: "editor" | "viewer" = "editor") =>
  POST(await loggedInRequest(role, "/api/v1/certificates/inspect", { method: "POST", body }));
const inspect = async (body: Body): Promise<CertificateInspection> => {
  const response = await send(body);
  expect(response.status).toBe(200);
  return response.json();
};
const refusal = async (body: Body) => {
  const response = await send(body);
  expect(response.status).toBe(400);
  const { error } = await response.json();
  return error.issues.map(({ path, code, params }: FieldIssue) => ({ path, code, params }));
};
const issue = (field: string, code: string, params: object = {}) => [{ path: [field], code, params }];

let ca = { certificate: "", key: "" };
let client = { certificate: "", key: "" };

beforeAll(() => {
  ca = openssl.makeCa("corp-root");
  client = openssl.makeSigned("puller", "corp-root");
});

describe("a certificate under inspection", () => {
  it("tells what it is and where it will stand on a node", async () => {
    const fingerprint = createHash("sha256").update(ca.certificate).digest("hex");
    expect(await inspect({ certificate: `Some words\r\n${ca.certificate}trailing` })).toEqual({
      kind: "ca",
      subject: "CN=corp-root, O=Corp",
      issuer: "CN=corp-root, O=Corp",
      names: [],
      notBefore: expect.stringMatching(/^\d{4}-.*Z$/),
      notAfter: expect.stringMatching(/^\d{4}-.*Z$/),
      fingerprint,
      hasKey: false,
      keyKind: "RSA 2048",
      paths: { crt: `/etc/rancher/pullpath/tls/${fingerprint.slice(0, 16)}.crt`, key: null },
      count: 1,
      warnings: [],
      order: null,
    });
  });

  it("is a client certificate when its key comes along, of each kind Go reads", async () => {
    const kinds = {
      "RSA 2048": ["rsa:2048"],
      "EC P-256": ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
      Ed25519: ["ed25519"],
    };
    for (const [keyKind, algorithm] of Object.entries(kinds)) {
      const pair = openssl.makeSigned(`puller-${algorithm[0]?.slice(0, 3)}`, "corp-root", algorithm);
      const found = await inspect(pair);
      expect(found).toMatchObject({ kind: "client", hasKey: true, keyKind, warnings: [] });
      expect(found.names).toEqual([expect.stringContaining(".example.com"), "10.0.0.7"]);
      expect(found.paths.key).toMatch(/^\/etc\/rancher\/pullpath\/tls\/[0-9a-f]{16}\.key$/);
      expect(JSON.stringify(found)).not.toContain("PRIVATE KEY");
    }
  });

  it("is refused with a precise reason when it is something else", async () => {
    openssl.run("x509", "-in", "corp-root.crt", "-outform", "der", "-out", "root.der");
    openssl.run(
      "pkcs12",
      "-export",
      "-in",
      "puller.crt",
      "-inkey",
      "puller.key",
      "-passout",
      "pass:x",
      "-out",
      "p.p12",
    );
    openssl.run("crl2pkcs7", "-nocrl", "-certfile", "corp-root.crt", "-out", "root.p7b");
    openssl.run("x509", "-in", "corp-root.crt", "-trustout", "-out", "root.trusted");
    const bare = ca.certificate.split("\n").slice(1, -2).join("\n");
    const cases: [string, string, object?][] = [
      [openssl.read("root.der"), "pem-der"],
      [openssl.read("root.der", "utf8"), "pem-der"],
      [openssl.read("p.p12"), "pem-pkcs12"],
      [openssl.read("root.p7b"), "pem-pkcs7"],
      [openssl.read("root.trusted"), "pem-trusted"],
      [openssl.read("puller.csr"), "pem-request"],
      [client.key, "pem-private-key"],
      [client.certificate + client.key, "pem-private-key"],
      [bare, "pem-base64"],
      [ca.certificate.slice(0, 400), "pem-cut"],
      ["hello", "pem-not-pem"],
      [" \n", "pem-empty"],
      [
        ca.certificate + ca.certificate.replace(/MII\w{20}/, "AAAAAAAAAAAAAAAAAAAAAAA"),
        "pem-damaged",
        { position: 2 },
      ],
      [ca.certificate.replaceAll("CERTIFICATE", "X509 CRL"), "pem-other-block", { label: "X509 CRL" }],
    ];
    for (const [certificate, code, params] of cases) {
      const expected = params ?? commandParams(code);
      expect(await refusal({ certificate })).toEqual(issue("certificate", code, expected));
    }
  });

  it("is refused with a key that is encrypted, foreign, or no key", async () => {
    const other = openssl.makeSigned("other", "corp-root");
    const lock = ["-aes256", "-passout", "pass:right", "-in", "puller.key"];
    openssl.run("rsa", ...lock, "-traditional", "-out", "old.key");
    openssl.run("rsa", ...lock, "-out", "new.key");
    openssl.run("genpkey", "-algorithm", "ed448", "-out", "ed448.key");
    const { certificate } = client;
    const refuse = (key: string, keyPassphrase?: string) =>
      refusal({ certificate, key, ...(keyPassphrase === undefined ? {} : { keyPassphrase }) });
    for (const name of ["old.key", "new.key"]) {
      const locked = openssl.read(name);
      expect(await refuse(locked)).toEqual(
        issue("keyPassphrase", "key-encrypted", commandParams("key-encrypted")),
      );
      expect(await refuse(locked, "wrong")).toEqual(issue("keyPassphrase", "key-passphrase-wrong"));
      const opened = await inspect({ certificate, key: locked, keyPassphrase: "right" });
      expect(opened.paths).toEqual((await inspect(client)).paths);
    }
    expect(await refuse(other.key)).toEqual(issue("key", "key-mismatch"));
    expect(await refuse(certificate)).toEqual(issue("key", "key-is-certificate"));
    expect(await refuse(client.key + other.key)).toEqual(issue("key", "key-several"));
    expect(await refuse(openssl.read("ed448.key"))).toEqual(issue("key", "key-kind", { kind: "ED448" }));
    const openssh = client.key.replaceAll("PRIVATE KEY", "OPENSSH PRIVATE KEY");
    expect(await refuse(openssh)).toEqual(issue("key", "key-ssh"));
    expect(await refuse(client.key.replace(/\n.{30}/, "\nAAAA"))).toEqual(issue("key", "key-damaged"));
  });

  it("keeps a chain as it is given and warns about what may be meant", async () => {
    const { certificate, key } = client;
    const chain = await inspect({ certificate: certificate + ca.certificate, key });
    expect(chain).toMatchObject({ count: 2, subject: "CN=puller", warnings: [] });
    expect(await refusal({ certificate: ca.certificate + certificate, key })).toEqual(
      issue("certificate", "chain-start", { position: 2, order: "2, 1" }),
    );
    const stranger = openssl.makeCa("stranger");
    const broken = await inspect({ certificate: certificate + stranger.certificate, key });
    expect(broken.warnings).toEqual([{ code: "unrelated", position: 2 }]);
    expect((await inspect({ certificate })).warnings).toEqual([{ code: "not-a-ca", position: 1 }]);
    const old = openssl.makeDated("old", 2020, 2021);
    expect((await inspect({ certificate: old.certificate })).warnings).toEqual([
      { code: "expired", position: 1 },
    ]);
    const future = openssl.makeDated("future", 2040, 2041);
    expect((await inspect({ certificate: future.certificate })).warnings).toEqual([
      { code: "not-yet-valid", position: 1 },
    ]);
  });

  it("needs the right to write credentials and a bearable size", async () => {
    expect((await send(ca, "viewer")).status).toBe(403);
    const long = await refusal({ certificate: "x".repeat(70_000) });
    expect(long).toEqual(issue("certificate", "pem-too-long"));
  });
});
