import { expect, it } from "vitest";
import { singleton } from "@/lib/server/singleton";
import { getLoginWithSecret } from "@/lib/server/ssh-credentials/stored-login";
import { createSshCredential, deleteSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();
const operator = actorWith("operator");

it("keeps no opened key in memory after its credential was deleted", async () => {
  const { id } = await createSshCredential({ kind: "generate", name: "k", username: "ops" }, operator);
  await getLoginWithSecret(id);
  const opened = singleton("ssh-logins", () => new Map<string, unknown>());
  expect(opened.has(id)).toBe(true);
  await deleteSshCredential(id, operator);
  expect(opened.has(id)).toBe(false);
  await expect(getLoginWithSecret(id)).rejects.toMatchObject({ reason: "sshCredentialNotFound" });
});
