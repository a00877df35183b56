import "server-only";
import { AppError } from "@/lib/domain/errors";
import {
  addressThrottle,
  nameThrottle,
  pauseAfter,
  type ThrottlePolicy,
  throttledAddress,
  throttleMemorySeconds,
  triesLeft,
} from "@/lib/domain/people/throttle";
import { db, type Tx } from "@/lib/server/db/client";

type Counter = { key: string; policy: ThrottlePolicy };
export type Attempt = { counters: Counter[]; triesLeft: number };

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

function countersOf(username: string, address: string | null): Counter[] {
  const name = { key: `login:name:${username.trim().toLowerCase()}`, policy: nameThrottle };
  if (!address) return [name];
  return [name, { key: `login:address:${throttledAddress(address)}`, policy: addressThrottle }];
}

async function countFailure(tx: Tx, { key, policy }: Counter, now: Date): Promise<number> {
  const row = await tx.loginThrottle.findUnique({ where: { key } });
  const failures = (row?.failures ?? 0) + 1;
  const pause = pauseAfter(failures, policy);
  const values = { failures, blockedUntil: pause > 0 ? after(now, pause) : null };
  await tx.loginThrottle.upsert({ where: { key }, create: { key, ...values }, update: values });
  return triesLeft(failures, policy);
}

/**
 * Allows one try at a password or says how long to wait. A try counts as failed from its start, so that many at once
 * are not all let through before the first of them fails. Unknown names count like known ones.
 */
export function beginAttempt(username: string, address: string | null, now = new Date()): Promise<Attempt> {
  const counters = countersOf(username, address);
  return db().$transaction(async (tx) => {
    await tx.loginThrottle.deleteMany({ where: { updatedAt: { lt: after(now, -throttleMemorySeconds) } } });
    const blocked = await tx.loginThrottle.findFirst({
      where: { key: { in: counters.map(({ key }) => key) }, blockedUntil: { gt: now } },
      orderBy: { blockedUntil: "desc" },
    });
    if (blocked?.blockedUntil) {
      const seconds = Math.ceil((blocked.blockedUntil.getTime() - now.getTime()) / 1000);
      throw new AppError("throttled", "loginThrottled", { params: { seconds } });
    }
    const left: number[] = [];
    for (const counter of counters) left.push(await countFailure(tx, counter, now));
    return { counters, triesLeft: Math.min(...left) };
  });
}

/** The password was right: the name is forgiven, and this try no longer counts against the address. */
export async function forgiveAttempt({ counters: [name, address] }: Attempt): Promise<void> {
  if (name) await db().loginThrottle.deleteMany({ where: { key: name.key } });
  if (address)
    await db().loginThrottle.updateMany({
      where: { key: address.key },
      data: { failures: { decrement: 1 }, blockedUntil: null },
    });
}
