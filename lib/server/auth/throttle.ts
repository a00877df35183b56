import "server-only";
import { createHmac } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import {
  addressThrottle,
  nameThrottle,
  pairThrottle,
  pauseAfter,
  type ThrottlePolicy,
  throttledAddress,
  throttleMemorySeconds,
  triesLeft,
} from "@/lib/domain/people/throttle";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { sessionSecret } from "@/lib/server/secrets/vault";

type Counter = { key: string; policy: ThrottlePolicy };
type Count = { key: string; failures: number };
/** `proven` is what a right password speaks for; the `others` count tries of strangers, too. */
export type Attempt = { proven: string; others: Count[]; triesLeft: number };

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/** What stands for a typed name: it may be a password typed into the wrong field, which nobody may read in the database. */
const veiled = (name: string): string =>
  createHmac("sha256", sessionSecret()).update(`login-name\0${name}`).digest("hex");

/** The name from this address comes first: it is what a right password proves. */
function countersOf(username: string, address: string | null): [Counter, ...Counter[]] {
  const name = veiled(username.trim().toLowerCase());
  const from = address ? throttledAddress(address) : "unknown";
  return [
    { key: `login:pair:${from} ${name}`, policy: pairThrottle },
    { key: `login:name:${name}`, policy: nameThrottle },
    ...(address ? [{ key: `login:address:${from}`, policy: addressThrottle }] : []),
  ];
}

async function countFailure(tx: Tx, { key, policy }: Counter, now: Date): Promise<Count> {
  const row = await tx.loginThrottle.findUnique({ where: { key } });
  const failures = (row?.failures ?? 0) + 1;
  const pause = pauseAfter(failures, policy);
  const values = { failures, blockedUntil: pause > 0 ? after(now, pause) : null };
  await tx.loginThrottle.upsert({ where: { key }, create: { key, ...values }, update: values });
  return { key, failures };
}

/** Refuses where one of these counters stands still, saying how long. */
async function refuseBlocked(source: Db | Tx, counters: readonly Counter[], now: Date): Promise<void> {
  const blocked = await source.loginThrottle.findFirst({
    where: { key: { in: counters.map(({ key }) => key) }, blockedUntil: { gt: now } },
    orderBy: { blockedUntil: "desc" },
  });
  if (!blocked?.blockedUntil) return;
  const seconds = Math.ceil((blocked.blockedUntil.getTime() - now.getTime()) / 1000);
  throw new AppError("throttled", "loginThrottled", { params: { seconds } });
}

const forgetOld = (tx: Tx, now: Date) =>
  tx.loginThrottle.deleteMany({ where: { updatedAt: { lt: after(now, -throttleMemorySeconds) } } });

/**
 * Allows one try at a password or says how long to wait. A try counts as failed from its start, so that many at once
 * are not all let through before the first of them fails. Unknown names count like known ones.
 */
export function beginAttempt(username: string, address: string | null, now = new Date()): Promise<Attempt> {
  const counters = countersOf(username, address);
  return db().$transaction(async (tx) => {
    await forgetOld(tx, now);
    await refuseBlocked(tx, counters, now);
    const [pair, ...rest] = counters;
    const proven = await countFailure(tx, pair, now);
    const others: Count[] = [];
    for (const counter of rest) others.push(await countFailure(tx, counter, now));
    return { proven: proven.key, others, triesLeft: triesLeft(proven.failures, pairThrottle) };
  });
}

/**
 * The password was right: the name is forgiven at this address. Elsewhere only this try no longer counts, so that a
 * login neither forgives what strangers tried nor ends a pause that they earned meanwhile.
 */
export async function forgiveAttempt({ proven, others }: Attempt): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.loginThrottle.deleteMany({ where: { key: proven } });
    for (const { key, failures } of others) {
      await tx.loginThrottle.updateMany({ where: { key, failures }, data: { blockedUntil: null } });
      await tx.loginThrottle.updateMany({ where: { key }, data: { failures: { decrement: 1 } } });
    }
  });
}

/**
 * Counts a token that opens nothing, by its address alone, and says how long to wait after many. One that is good is
 * never asked to wait: nobody guesses 256 random bits, and others at its address could else keep it out.
 */
export async function countWrongToken(address: string | null, now = new Date()): Promise<void> {
  const key = `token:address:${address ? throttledAddress(address) : "unknown"}`;
  const counter = { key, policy: addressThrottle };
  // Before the transaction, which holds the one lock for writing: who has to wait makes nobody else wait.
  await refuseBlocked(db(), [counter], now);
  await db().$transaction(async (tx) => {
    await forgetOld(tx, now);
    await countFailure(tx, counter, now);
  });
}
