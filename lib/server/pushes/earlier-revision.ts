import "server-only";
import { db } from "@/lib/server/db/client";

type Pushed = { groupId: string | null; configurationId: string; revisionId: string; number: number };

/**
 * What the nodes of the group held before a push: the revision of the last push before it that brought another one of
 * the same configuration. Null for a first push, where only the backups on the nodes know.
 */
export async function findEarlierRevision(push: Pushed): Promise<{ id: string; number: number } | null> {
  const { groupId, configurationId, revisionId, number } = push;
  if (groupId === null) return null;
  const earlier = await db().push.findFirst({
    where: {
      groupId,
      configurationId,
      revisionId: { not: revisionId },
      number: { lt: number },
      dryRun: false,
    },
    orderBy: { number: "desc" },
    select: { revision: { select: { id: true, number: true } } },
  });
  return earlier?.revision ?? null;
}
