import { openFieldsWithSecrets } from "@/lib/server/credentials/sealed-fields";
import { db } from "@/lib/server/db/client";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";
import {
  credentialPlace,
  openStoredWithSecret,
  replacementPlace,
} from "@/lib/server/ssh-credentials/stored-login";
import { admin } from "@/tests/support/pushes";

/** The credentials that were stored last, with their newest secrets: more than one request stores. */
export async function lastCredentials() {
  const versions = await db().credentialVersion.findMany({
    orderBy: { createdAt: "desc" },
    include: { credential: true },
    take: 20,
  });
  return versions.map((version) => [
    version.credential,
    [...openFieldsWithSecrets(version, version.credential.name)],
  ]);
}

/** All SSH credentials, and what waits to replace them, opened. */
export async function openedLogins() {
  const rows = await db().sshCredential.findMany({ include: { replacement: true } });
  const opened = rows.flatMap(({ id, sealed, replacement }) => [
    openStoredWithSecret(sealed, credentialPlace(id)),
    replacement && openStoredWithSecret(replacement.sealed, replacementPlace(replacement.id)),
  ]);
  return [await listSshCredentials(admin), opened];
}
