import "server-only";
import type { CredentialLine, CredentialView } from "@/lib/domain/credentials/schema";
import { AppError, invariant } from "@/lib/domain/errors";
import { byName } from "@/lib/domain/named";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { type VaultState, vaultState } from "@/lib/server/secrets/vault";
import { lastPushed } from "./last-use";
import { fieldNamesSchema } from "./sealed-fields";
import { type LiveUse, liveCredentialUses, usersOf } from "./used-by";

const withNewestVersion = {
  id: true,
  slug: true,
  name: true,
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true, username: true, fields: true, createdAt: true, createdByName: true },
  },
} as const;

type Row = {
  id: string;
  slug: string;
  name: string;
  versions: {
    number: number;
    username: string | null;
    fields: string;
    createdAt: Date;
    createdByName: string;
  }[];
};

const toView = (row: Row, uses: LiveUse[] | undefined): CredentialView => {
  const [version] = row.versions;
  invariant(version, "a credential has a version");
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    username: version.username,
    fields: fieldNamesSchema.parse(JSON.parse(version.fields)),
    version: version.number,
    updatedAt: version.createdAt.toISOString(),
    createdByName: version.createdByName,
    usedBy: usersOf(uses),
  };
};

/** Credentials that were not deleted, by name. No secret value is read. */
export const listCredentials = async (actor: Actor): Promise<CredentialLine[]> => {
  authorize(actor, "read");
  const rows = await db().credential.findMany({ where: { archivedAt: null }, select: withNewestVersion });
  const uses = await liveCredentialUses(db());
  const used = await lastPushed("credential");
  return rows
    .map((row) => ({ ...toView(row, uses.get(row.id)), lastUsedAt: used.get(row.id) ?? null }))
    .sort(byName);
};

export const getCredential = async (id: string, source: Db | Tx = db()): Promise<CredentialView> => {
  const row = await source.credential.findFirst({
    where: { id, archivedAt: null },
    select: withNewestVersion,
  });
  if (!row) throw new AppError("not-found", "credentialNotFound");
  return toView(row, (await liveCredentialUses(source)).get(id));
};

/** Whether stored values can be used now; without its master key Pullpath still lists what is known of them. */
export const credentialStoreState = (): VaultState => vaultState();
