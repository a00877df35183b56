import "server-only";
import { AppError } from "@/lib/domain/errors";
import { db } from "@/lib/server/db/client";
import { openText } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";
import { parsePrivateKey } from "@/lib/server/ssh/keys";
import type { SshLogin } from "@/lib/server/ssh/target";

/** What is sealed in an SSH credential. */
export type StoredLogin =
  | { kind: "key"; privateKey: string; passphrase: string | null }
  | { kind: "password"; password: string };

// An encrypted key costs a fifth of a second to open, on the event loop, so an opened one is kept until it changes.
const opened = () => singleton("ssh-logins", () => new Map<string, { updatedAt: number; login: SshLogin }>());

function open(id: string, sealed: Uint8Array): SshLogin {
  const stored = JSON.parse(openText(sealed, `ssh-credential:${id}`)) as StoredLogin;
  if (stored.kind === "password") return stored;
  const parsed = parsePrivateKey(stored.privateKey, stored.passphrase ?? undefined);
  if (!parsed.ok) throw new AppError("unavailable", "sshKeyUnreadable");
  return { kind: "key", privateKey: parsed.value.parsed };
}

/** Drops the opened login of a credential that is gone. */
export const forgetLogin = (id: string): void => {
  opened().delete(id);
};

type Stored = { id: string; updatedAt: Date; sealed: Uint8Array };

/** The login of a stored credential, ready to use. Holds a secret: for the SSH layer only. */
export function openLoginWithSecret({ id, updatedAt, sealed }: Stored): SshLogin {
  const kept = opened().get(id);
  if (kept && kept.updatedAt === updatedAt.getTime()) return kept.login;
  const login = open(id, sealed);
  opened().set(id, { updatedAt: updatedAt.getTime(), login });
  return login;
}

/** The login of the SSH credential with this id; likewise. */
export async function getLoginWithSecret(id: string): Promise<SshLogin> {
  const row = await db().sshCredential.findUnique({ where: { id } });
  if (row) return openLoginWithSecret(row);
  forgetLogin(id);
  throw new AppError("not-found", "sshCredentialNotFound");
}
