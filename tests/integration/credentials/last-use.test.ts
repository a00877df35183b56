import { expect, it } from "vitest";
import { recordAudit } from "@/lib/server/audit";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { getCredentialDetail } from "@/lib/server/credentials/detail";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, secret } from "@/tests/support/definitions";

temporaryDatabase();
const admin = actorWith("admin");

it("tells when an export or a test last took a value, and nothing of its neighbours", async () => {
  const { id, slug } = await createCredential({ name: "robot", fields: { password: "p" } }, admin);
  const other = await createCredential({ name: "robot-2", fields: { password: "p" } }, admin);
  const lastUse = async (wanted: string) => (await getCredentialDetail({ id: wanted }, admin)).usage.lastUse;
  const used = await created("uses it", define({ registryHosts: [host("h", { password: secret(slug) })] }));
  expect(await lastUse(id)).toBeNull();
  expect((await configurations.export(used, "admin", { passwordCheckedAt: new Date() })).status).toBe(200);
  expect(await lastUse(id)).toMatchObject({ for: "export" });
  expect(await lastUse(other.id)).toBeNull();
  const target = { type: "credential", id, name: "robot" };
  await recordAudit(db(), admin, { action: "credential.used", target, detail: { for: "registry-test" } });
  expect(await lastUse(id)).toMatchObject({ for: "registry-test" });
  expect(await lastUse(other.id)).toBeNull();
});
