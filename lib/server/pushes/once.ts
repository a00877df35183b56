import "server-only";
import { db } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/errors";

export type StartedPush = { id: string; number: number };

const findByKey = (key: string): Promise<StartedPush | null> =>
  db().push.findUnique({ where: { idempotencyKey: key }, select: { id: true, number: true } });

/** Runs `start` once per key: a second call, also one at the same moment, answers with the push of the first. */
export async function oncePerKey(key: string, start: () => Promise<StartedPush>): Promise<StartedPush> {
  const known = await findByKey(key);
  if (known) return known;
  try {
    return await start();
  } catch (error) {
    const meanwhile = isUniqueViolation(error) ? await findByKey(key) : null;
    if (meanwhile) return meanwhile;
    throw error;
  }
}
