import "server-only";
import type { Db, Tx } from "@/lib/server/db/client";
import { openFieldsWithSecrets, type SecretFields } from "./sealed-fields";

/** Opens these versions, by the slug of their credential. Only for rendering what goes to a node or an export. */
export const openVersionsWithSecrets = async (
  versionIds: readonly string[],
  source: Db | Tx,
): Promise<Map<string, SecretFields>> => {
  const rows = await source.credentialVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, sealed: true, credential: { select: { slug: true } } },
  });
  return new Map(rows.map((row) => [row.credential.slug, openFieldsWithSecrets(row, row.credential.slug)]));
};
