import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import { pause } from "./pause";

/** This process, among all that may share the database. */
const instance: string = randomUUID();

/** How long a lease lives unless it is renewed; a dead process is taken over after this. */
const leaseMs = 15_000;

/** So long after a renewal nobody else can have the lease, and asking again tells nothing. */
const freshMs = leaseMs / 5;

const expiry = () => new Date(Date.now() + leaseMs);

/**
 * Takes the lease `name` for this process and `purpose`, or returns null while another holder's is alive. The token
 * grows with every change of holder, so that a write of an earlier holder can be told from ours.
 */
async function acquireLease(name: string, purpose: string): Promise<number | null> {
  const holder = `${instance}/${purpose}`;
  // One statement, as a push takes and gives back leases for each of its nodes.
  const [lease] = await db().$queryRaw<{ token: number }[]>`
    INSERT INTO "Lease" ("name", "holder", "token", "expiresAt") VALUES (${name}, ${holder}, 1, ${expiry()})
    ON CONFLICT ("name") DO UPDATE
      SET "holder" = excluded."holder", "token" = "Lease"."token" + 1, "expiresAt" = excluded."expiresAt"
      WHERE "Lease"."expiresAt" < ${new Date()} OR "Lease"."holder" = excluded."holder"
    RETURNING "token"`;
  return lease?.token ?? null;
}

/** Prolongs the lease; false means that it was lost and its holder must stop acting. */
async function renewLease(name: string, token: number): Promise<boolean> {
  const { count } = await db().lease.updateMany({ where: { name, token }, data: { expiresAt: expiry() } });
  return count === 1;
}

/** Gives the lease back. The row stays, so that its token never starts again from one. */
async function releaseLease(name: string, token: number): Promise<void> {
  await db().lease.updateMany({ where: { name, token }, data: { expiresAt: new Date(0) } });
}

type WaitOptions = { purpose: string; signal: AbortSignal; onWait: (name: string) => Promise<void> };

/**
 * Held leases. `confirm` renews them all, unless they just were: false means that one was lost, so its holder must not
 * act any more.
 */
export type HeldLeases = { confirm: () => Promise<boolean> };

/**
 * Holds the leases while `work` runs, waiting for each in the given order (the same everywhere, so that two waiters
 * never hold one another up), and renews them. `onWait` is told once which name is held by somebody else.
 */
export async function withLeases<T>(
  names: readonly string[],
  options: WaitOptions,
  work: (held: HeldLeases) => Promise<T>,
): Promise<T> {
  const tokens = new Map<string, number>();
  let renewedAt = 0;
  const renew = async () => {
    const at = Date.now();
    const alive = await Promise.all([...tokens].map(([name, token]) => renewLease(name, token)));
    if (!alive.every(Boolean)) return false;
    renewedAt = at;
    return true;
  };
  // By the clock that leases run out by: it may have been set, or the machine have slept.
  const isFresh = () => Date.now() >= renewedAt && Date.now() - renewedAt < freshMs;
  const confirm = async () => isFresh() || renew();
  // A renewal that fails is not the end: the next one, or `confirm` before the next act, tells whether it is.
  const renewal = setInterval(() => {
    renew().catch((error: unknown) => log.warn("lease.renewal", { error }));
  }, leaseMs / 3);
  try {
    for (const name of names) {
      const { token, at } = await waitForLease(name, options);
      tokens.set(name, token);
      // The first of them is the oldest.
      if (tokens.size === 1) renewedAt = at;
    }
    return await work({ confirm });
  } finally {
    clearInterval(renewal);
    for (const [name, token] of tokens) await releaseLease(name, token);
  }
}

/** `at` is before the lease was asked for, as it may run out from then on. */
async function waitForLease(name: string, options: WaitOptions): Promise<{ token: number; at: number }> {
  for (let told = false; ; told = true) {
    const at = Date.now();
    const token = await acquireLease(name, options.purpose);
    if (token !== null) return { token, at };
    if (!told) await options.onWait(name);
    await pause(500, options.signal);
  }
}
