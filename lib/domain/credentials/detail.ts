import type { CredentialView } from "./schema";
import type { StoredUsage, StoredVersion } from "./stored";

export type CredentialVersionView = StoredVersion & { username: string | null; fields: string[] };

/** A credential with its history, newest version first, and where it is. */
export type CredentialDetail = CredentialView & { versions: CredentialVersionView[]; usage: StoredUsage };
