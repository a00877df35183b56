import { expect, it } from "vitest";
import { POST } from "@/app/api/v1/certificates/inspect/route";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const openssl = opensslFolder();

const warningsOf = async (certificate: string, key?: string): Promise<string[]> => {
  const body = key === undefined ? { certificate } : { certificate, key };
  const request = await loggedInRequest("editor", "/api/v1/certificates/inspect", { method: "POST", body });
  const { warnings } = await (await POST(request)).json();
  return warnings.map(({ code, position }: { code: string; position: number }) => `${code} ${position}`);
};

const selfSigned = (name: string, ...more: string[]) => {
  const files = ["-keyout", `${name}.key`, "-out", `${name}.crt`];
  openssl.run("req", "-x509", "-nodes", "-days", "90", "-subj", `/CN=${name}`, ...files, ...more);
  return { certificate: openssl.read(`${name}.crt`), key: openssl.read(`${name}.key`) };
};
const leaf = ["-newkey", "rsa:2048", "-addext", "basicConstraints=critical,CA:FALSE"];

it("warns of a server's own certificate given as an authority, with and without names", async () => {
  expect(await warningsOf(selfSigned("bare", ...leaf).certificate)).toEqual([
    "self-signed-leaf 1",
    "no-names 1",
  ]);
  const named = selfSigned("named", ...leaf, "-addext", "subjectAltName=DNS:harbor.corp,IP:fd00::7");
  expect(await warningsOf(named.certificate)).toEqual(["self-signed-leaf 1"]);
  expect(await warningsOf(named.certificate, named.key)).toEqual(["self-signed-client 1"]);
});

it("warns of short keys, and of old digests where they are checked", async () => {
  const short = selfSigned("short", "-newkey", "rsa:1024");
  expect(await warningsOf(short.certificate)).toEqual(["short-key 1"]);
  const oldRoot = selfSigned("old-root", "-newkey", "rsa:2048", "-sha1");
  expect(await warningsOf(oldRoot.certificate)).toEqual([]);
  const { key } = openssl.makeSigned("signed", "old-root");
  const sign = ["-CA", "old-root.crt", "-CAkey", "old-root.key", "-CAcreateserial", "-sha1", "-days", "90"];
  openssl.run("x509", "-req", "-in", "signed.csr", ...sign, "-out", "sha1.crt");
  expect(await warningsOf(openssl.read("sha1.crt"), key)).toEqual(["weak-signature 1"]);
});

it("warns in the last thirty days", async () => {
  expect(await warningsOf(openssl.makeCa("ending", 12).certificate)).toEqual(["expires-soon 1"]);
});

it("says when only intermediate authorities are there", async () => {
  openssl.makeCa("top");
  openssl.makeSigned("middle", "top");
  openssl.write("ca.ext", "basicConstraints=critical,CA:TRUE\n");
  const sign = [
    "-CA",
    "top.crt",
    "-CAkey",
    "top.key",
    "-CAcreateserial",
    "-extfile",
    "ca.ext",
    "-days",
    "90",
  ];
  openssl.run("x509", "-req", "-in", "middle.csr", ...sign, "-out", "middle.crt");
  const middle = openssl.read("middle.crt");
  expect(await warningsOf(middle)).toEqual(["root-missing 1"]);
  expect(await warningsOf(middle + openssl.read("top.crt"))).toEqual([]);
});
