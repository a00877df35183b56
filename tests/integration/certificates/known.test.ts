import { expect, it } from "vitest";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { listKnownCertificates } from "@/lib/server/certificates/known-certificates";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { actorWith } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const openssl = opensslFolder();
const admin = actorWith("admin");

it("tells the editor what the newest version says of itself, and nothing of its key", async () => {
  openssl.makeCa("root");
  const first = openssl.makeSigned("one", "root");
  const { id } = await createCertificate({ name: "one", ...first }, admin);
  const old = openssl.makeDated("old", 2020, 2021);
  await createCertificate({ name: "old", certificate: old.certificate }, admin);

  const known = await listKnownCertificates(actorWith("viewer"));
  expect([...known.keys()].sort()).toEqual(["old", "one"]);
  expect(known.get("old")?.links[0]?.notAfter).toBe("2021-01-01T00:00:00.000Z");
  expect(known.get("one")?.order).toBeNull();
  const told = JSON.stringify([...known]);
  expect(told).not.toContain("PRIVATE");
  for (const line of first.key.split("\n").slice(1, 4)) expect(told).not.toContain(line);

  const before = known.get("one")?.publicKey;
  await updateCertificate({ id, ...openssl.makeSigned("one", "root") }, admin);
  expect((await listKnownCertificates(admin)).get("one")?.publicKey).not.toBe(before);
});
