import { expect, it } from "vitest";
import { readCertificateEnds } from "@/lib/server/node-program/certificate-ends";
import { opensslFolder } from "@/tests/support/certificates";

const openssl = opensslFolder();
const surveyOf = (text: string) => ({
  facts: [],
  texts: [{ name: "certificates", bytes: Buffer.from(text) }],
  units: [],
});
const file = (path: string, text: string) => `==> ${path} <==\n${text}\n`;
const folder = "/var/lib/rancher/k3s/server/tls";

it("tells the ends that come first, of what is a server's own and of authorities", () => {
  const { certificate: authority } = openssl.makeCa("ca", 3650);
  const { certificate: old } = openssl.makeDated("old", 2020, 2021);
  const { certificate: leaf } = openssl.makeSigned("leaf", "ca");
  const ends = readCertificateEnds(
    surveyOf(
      [
        file("/dev/null", ""),
        file(`${folder}/server-ca.crt`, authority),
        file(`${folder}/etcd/peer-ca.crt`, old),
        // The authority behind it does not count: K3s looks at the first alone.
        file(`${folder}/client-admin.crt`, leaf + old),
        file("/var/lib/rancher/k3s/agent/client-kubelet.crt", leaf),
      ].join("\n"),
    ),
  );
  expect(ends).toMatchObject({
    leaf: { path: `${folder}/client-admin.crt` },
    authority: { path: `${folder}/etcd/peer-ca.crt`, at: Date.parse("2021-01-01T00:00:00Z") },
    own: true,
  });
  expect(((ends?.leaf?.at ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(90, 0);
});

it("knows what an agent was given from what a server signs itself", () => {
  openssl.makeCa("ca2");
  const { certificate } = openssl.makeSigned("kubelet", "ca2");
  const ends = readCertificateEnds(surveyOf(file("/data/agent/client-kubelet.crt", certificate)));
  expect(ends).toMatchObject({
    leaf: { path: "/data/agent/client-kubelet.crt" },
    authority: null,
    own: false,
  });
});

it.each([
  ["nothing", ""],
  ["what is no certificate", file("/a.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")],
  ["a mark without an end", "==> /a.crt <==\n-----BEGIN CERTIFICATE-----\nAAAA"],
  ["thousands of marks", "==> /a.crt <==\n".repeat(50_000)],
  ["lines without end", `==> /a.crt <==\n-----BEGIN CERTIFICATE-----\n${"A".repeat(1_000_000)}`],
])("of %s is not known", (_name, text) => {
  expect(readCertificateEnds(surveyOf(text))).toBeUndefined();
});

it("a path that could pass for something else is not kept", () => {
  const { certificate } = openssl.makeCa("ca3");
  expect(readCertificateEnds(surveyOf(file("/a\u001b[2J.crt", certificate)))).toBeUndefined();
  expect(readCertificateEnds(surveyOf(file("a.crt", certificate)))).toBeUndefined();
});
