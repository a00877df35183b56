import "server-only";
import { byName } from "@/lib/domain/named";
import type { PublicMirrorOffer, PublicMirrorView } from "@/lib/domain/public-mirrors/schema";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

export async function listPublicMirrors(actor: Actor): Promise<PublicMirrorView[]> {
  authorize(actor, "read");
  const rows = await db().publicMirror.findMany();
  return rows
    .map(({ id, name, registry, address, note, createdAt, createdByName }) => ({
      id,
      name,
      registry,
      address,
      note,
      createdAt: createdAt.toISOString(),
      createdByName,
    }))
    .sort(byName);
}

/** The same, as little of it as the editor offers. */
export const listPublicMirrorOffers = async (actor: Actor): Promise<PublicMirrorOffer[]> =>
  (await listPublicMirrors(actor)).map(({ id, name, registry, address }) => ({
    id,
    name,
    registry,
    address,
  }));
