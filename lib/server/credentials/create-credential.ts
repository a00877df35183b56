import "server-only";
import type { CreateCredential, CredentialView } from "@/lib/domain/credentials/schema";
import { freeSlug, slugFrom } from "@/lib/domain/credentials/slug";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { insertCredentials } from "./insert-version";
import { getCredential } from "./queries";

export const createCredential = async (input: CreateCredential, actor: Actor): Promise<CredentialView> => {
  authorize(actor, "credentials:write");
  return db().$transaction(async (tx) => {
    const slug = input.slug ?? (await findFreeSlug(tx, slugFrom(input.name, "credential")));
    if (await tx.credential.findUnique({ where: { slug }, select: { id: true } })) {
      throw new AppError("conflict", "slugTaken", {
        params: { slug },
        issues: [{ path: ["slug"], code: "taken" }],
      });
    }
    const fields = new Map(Object.entries(input.fields));
    const [id = ""] = await insertCredentials(tx, actor, [{ slug, name: input.name, fields }]);
    await recordAudit(tx, actor, {
      action: "credential.created",
      target: { type: "credential", id, name: input.name },
      detail: { slug, fields: [...fields.keys()] },
    });
    return getCredential(id, tx);
  });
};

/** Slugs of deleted credentials stay taken: old revisions name them. */
const findFreeSlug = async (tx: Tx, wanted: string): Promise<string> => {
  const rows = await tx.credential.findMany({
    where: { slug: { startsWith: wanted.slice(0, 50) } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  return freeSlug(wanted, (slug) => taken.has(slug));
};
