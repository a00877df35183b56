import "server-only";
import type { LastUse } from "@/lib/domain/credentials/stored";
import { db } from "@/lib/server/db/client";
import { frozenOf, type StoredThing } from "./stored-thing";

/** When a value last left the store: for a push, an export with secrets or a test. Null when it never did. */
export const findLastUse = async (thing: StoredThing): Promise<LastUse | null> => {
  const push = await db().push.findFirst({
    where: { startedAt: { not: null }, secrets: { some: frozenOf(thing) } },
    orderBy: { startedAt: "desc" },
    select: { id: true, number: true, startedAt: true },
  });
  const taken = await findTaking(thing);
  if (taken && (!push?.startedAt || taken.at > push.startedAt)) {
    return { at: taken.at.toISOString(), for: taken.action === exported ? "export" : "registry-test" };
  }
  if (!push?.startedAt) return null;
  return { at: push.startedAt.toISOString(), for: "push", push: { id: push.id, number: push.number } };
};

const exported = "configuration.exported";

/** The audit tells of takings: an export lists the slugs of all it took, a test names the one it used. */
const findTaking = ({ kind, id, slug, createdAt }: StoredThing) =>
  db().auditEvent.findFirst({
    where: {
      result: "ok",
      OR: [
        { action: exported, at: { gte: createdAt }, detail: { contains: `"${slug}"` } },
        { action: `${kind}.used`, targetId: id },
      ],
    },
    orderBy: { at: "desc" },
    select: { at: true, action: true },
  });

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
