import "server-only";
import { AppError } from "@/lib/domain/errors";
import { db } from "@/lib/server/db/client";
import { openText, sealText } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";
import { parsePrivateKey } from "@/lib/server/ssh/keys";
import type { SshLogin } from "@/lib/server/ssh/target";

/** What is sealed in an SSH credential. */
export type StoredLogin =
  | { kind: "key"; privateKey: string; passphrase: string | null }
  | { kind: "password"; password: string };

/** What a sealed login is bound to. */
export const credentialPlace = (id: string): string => `ssh-credential:${id}`;
export const replacementPlace = (id: string): string => `ssh-replacement:${id}`;

export const sealLogin = (login: StoredLogin, place: string): Uint8Array<ArrayBuffer> =>
  sealText(JSON.stringify(login), place);

/** Holds a secret: to be sealed elsewhere, or for the SSH layer by way of `readyLogin`. */
export const openStoredWithSecret = (sealed: Uint8Array, place: string): StoredLogin =>
  JSON.parse(openText(sealed, place)) as StoredLogin;

/** Reads the key of a login, which can be locked; likewise. */
export function readyLogin(stored: StoredLogin): SshLogin {
  if (stored.kind === "password") return stored;
  const parsed = parsePrivateKey(stored.privateKey, stored.passphrase ?? undefined);
  if (!parsed.ok) throw new AppError("unavailable", "sshKeyUnreadable");
  return { kind: "key", privateKey: parsed.value.parsed };
}

// An encrypted key costs a fifth of a second to open, on the event loop, so an opened one is kept. It is known by what it
// was sealed in: no two are alike, whereas times may be.
type Opened = { sealed: Uint8Array; login: SshLogin };
const opened = () => singleton("ssh-logins", () => new Map<string, Opened>());

/** Drops the opened login of a credential that is gone, or was replaced. */
export const forgetLogin = (id: string): void => {
  opened().delete(id);
};

/** The login of a stored credential, ready to use. Holds a secret: for the SSH layer only. */
export function openLoginWithSecret({ id, sealed }: { id: string; sealed: Uint8Array }): SshLogin {
  const kept = opened().get(id);
  if (kept && Buffer.compare(kept.sealed, sealed) === 0) return kept.login;
  const login = readyLogin(openStoredWithSecret(sealed, credentialPlace(id)));
  opened().set(id, { sealed, login });
  return login;
}

/** The login of the SSH credential with this id; likewise. */
export async function getLoginWithSecret(id: string): Promise<SshLogin> {
  const row = await db().sshCredential.findUnique({ where: { id } });
  if (row) return openLoginWithSecret(row);
  forgetLogin(id);
  throw new AppError("not-found", "sshCredentialNotFound");
}
