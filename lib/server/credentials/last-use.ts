import "server-only";
import type { LastUse } from "@/lib/domain/credentials/stored";
import { db } from "@/lib/server/db/client";
import { frozenOf, type StoredThing } from "./stored-thing";

/** When a value last left the store: for a push that started, or an export with secrets. Null when it never did. */
export const findLastUse = async (thing: StoredThing): Promise<LastUse | null> => {
  const push = await db().push.findFirst({
    where: { startedAt: { not: null }, secrets: { some: frozenOf(thing) } },
    orderBy: { startedAt: "desc" },
    select: { id: true, number: true, startedAt: true },
  });
  const taken = await db().auditEvent.findFirst({
    where: {
      action: { in: takingActions },
      result: "ok",
      at: { gte: thing.createdAt },
      detail: { contains: `"${thing.slug}"` },
    },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  if (taken && (!push?.startedAt || taken.at > push.startedAt)) {
    return { at: taken.at.toISOString(), push: null };
  }
  if (!push?.startedAt) return null;
  return { at: push.startedAt.toISOString(), push: { id: push.id, number: push.number } };
};

// Their details list the slugs of what was taken.
const takingActions = ["configuration.exported"];

/** When pushes last took each one, by id: for lists, where one question answers for all. */
export const lastPushed = async (kind: StoredThing["kind"]): Promise<Map<string, string>> => {
  const rows = await db().pushSecret.findMany({
    where: {
      push: { startedAt: { not: null } },
      ...(kind === "credential"
        ? { credentialVersionId: { not: null } }
        : { certificateVersionId: { not: null } }),
    },
    select: {
      credentialVersion: { select: { credentialId: true } },
      certificateVersion: { select: { certificateId: true } },
      push: { select: { startedAt: true } },
    },
    orderBy: { push: { startedAt: "asc" } },
  });
  // In the order of time, so the last one of each stays.
  return new Map(
    rows.flatMap(({ credentialVersion, certificateVersion, push }) => {
      const id = credentialVersion?.credentialId ?? certificateVersion?.certificateId;
      return id !== undefined && push.startedAt ? [[id, push.startedAt.toISOString()] as const] : [];
    }),
  );
};
