import { expect, it } from "vitest";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { getCertificateDetail } from "@/lib/server/certificates/detail";
import { actorWith } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host } from "@/tests/support/definitions";

temporaryDatabase();
const openssl = opensslFolder();
const admin = actorWith("admin");

const file = (slug: string) => ({ kind: "certificate", slug }) as const;
const tls = (ca: string | null, cert: string | null, key: string | null) => ({
  ca_file: ca === null ? null : file(ca),
  cert_file: cert === null ? null : file(cert),
  key_file: key === null ? null : file(key),
  insecure_skip_verify: false,
  extras: [],
});

it("is judged at each place that uses it, with its partner in the same block", async () => {
  const old = openssl.makeDated("old", 2020, 2021);
  const root = openssl.makeCa("root");
  await createCertificate({ name: "old", certificate: old.certificate }, admin);
  for (const name of ["one", "other"])
    await createCertificate({ name, ...openssl.makeSigned(name, "root") }, admin);
  await createCertificate({ name: "root", certificate: root.certificate }, admin);
  const hosts = [
    host("harbor.corp:8443", null, { tls: tls("old", "one", "other") }),
    host("other.example.com", null, { tls: tls("root", "other", "other") }),
  ];
  const id = await created("prod", define({ registryHosts: hosts }));
  const findings = async (slug: string) =>
    (await getCertificateDetail({ slug }, admin)).findings.map((found) => [
      found.code,
      found.host,
      found.file,
    ]);

  expect(await findings("old")).toEqual([["certificate-expired", "harbor.corp:8443", "ca_file"]]);
  const mismatch = [["certificate-key-mismatch", "harbor.corp:8443", "key_file"]];
  expect(await findings("one")).toEqual(mismatch);
  expect(await findings("other")).toEqual(mismatch);
  expect(await findings("root")).toEqual([]);
  const [found] = (await getCertificateDetail({ slug: "one" }, admin)).findings;
  expect(found).toMatchObject({
    configuration: { id, name: "prod" },
    revision: 1,
    params: { certificate: "one", key: "other" },
  });
});
