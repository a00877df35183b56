import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/errors";
import { log } from "@/lib/server/log";
import { pause } from "./pause";

/** This process, among all that may share the database. */
const instance: string = randomUUID();

/** How long a lease lives unless it is renewed; a dead process is taken over after this. */
const leaseMs = 15_000;

const expiry = () => new Date(Date.now() + leaseMs);

/**
 * Takes the lease `name` for this process and `purpose`, or returns null while another holder's is alive. The token
 * grows with every change of holder, so that a write of an earlier holder can be told from ours.
 */
async function acquireLease(name: string, purpose: string): Promise<number | null> {
  const holder = `${instance}/${purpose}`;
  const { count } = await db().lease.updateMany({
    where: { name, OR: [{ expiresAt: { lt: new Date() } }, { holder }] },
    data: { holder, token: { increment: 1 }, expiresAt: expiry() },
  });
  if (count === 0) {
    try {
      const { token } = await db().lease.create({ data: { name, holder, token: 1, expiresAt: expiry() } });
      return token;
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }
  const lease = await db().lease.findUnique({ where: { name } });
  return lease && lease.holder === holder ? lease.token : null;
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

/** Held leases. `confirm` renews them all now: false means that one was lost, so its holder must not act any more. */
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
  const confirm = async () => {
    const alive = await Promise.all([...tokens].map(([name, token]) => renewLease(name, token)));
    return alive.every(Boolean);
  };
  // A renewal that fails is not the end: the next one, or `confirm` before the next act, tells whether it is.
  const renewal = setInterval(() => {
    confirm().catch((error: unknown) => log.warn("lease.renewal", { error }));
  }, leaseMs / 3);
  try {
    for (const name of names) tokens.set(name, await waitForLease(name, options));
    return await work({ confirm });
  } finally {
    clearInterval(renewal);
    for (const [name, token] of tokens) await releaseLease(name, token);
  }
}

async function waitForLease(name: string, options: WaitOptions): Promise<number> {
  for (let told = false; ; told = true) {
    const token = await acquireLease(name, options.purpose);
    if (token !== null) return token;
    if (!told) await options.onWait(name);
    await pause(500, options.signal);
  }
}
