import "server-only";
import type { CredentialDetail } from "@/lib/domain/credentials/detail";
import { AppError } from "@/lib/domain/errors";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { listHoldings } from "./holdings";
import { findLastUse } from "./last-use";
import { getCredential } from "./queries";
import { fieldNamesSchema } from "./sealed-fields";
import { listStoredUses } from "./stored-uses";

/** A credential with its versions, where it is used and which nodes hold it. No value is read. */
export const getCredentialDetail = async (
  wanted: { id: string } | { slug: string },
  actor: Actor,
): Promise<CredentialDetail> => {
  authorize(actor, "read");
  const row = await db().credential.findFirst({
    where: { ...wanted, archivedAt: null },
    select: {
      id: true,
      slug: true,
      createdAt: true,
      versions: {
        orderBy: { number: "desc" },
        select: { number: true, username: true, fields: true, createdAt: true, createdByName: true },
      },
    },
  });
  if (!row) throw new AppError("not-found", "credentialNotFound");
  const thing = { kind: "credential" as const, id: row.id, slug: row.slug, createdAt: row.createdAt };
  return {
    ...(await getCredential(row.id)),
    versions: row.versions.map(({ fields, createdAt, ...version }) => ({
      ...version,
      fields: fieldNamesSchema.parse(JSON.parse(fields)),
      createdAt: createdAt.toISOString(),
    })),
    usage: {
      uses: await listStoredUses(thing),
      holdings: await listHoldings(thing),
      lastUse: await findLastUse(thing),
    },
  };
};
