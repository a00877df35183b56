import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import type { AuditContent } from "@/lib/domain/audit/content";
import type { AuditBreak, AuditVerification } from "@/lib/domain/audit/verification";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { requireVault } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";
import { digestOf, genesis, lastEventId, readHead } from "./chain";

const pageSize = 500;

type Stored = AuditContent & { digest: string | null };
type Broken = { id: number; why: AuditBreak };

/** Where the walk along the chain is. It goes on behind a break: more may have been changed after it. */
class Walk {
  covered = 0;
  earlier = 0;
  unsealed = 0;
  #previous = genesis;
  #last = 0;
  readonly #breaks: Broken[] = [];

  /** Takes the next event. What it says itself is where the chain goes on, also where that does not fit. */
  take(event: Stored): void {
    const expected = this.#last + 1;
    const isGap = event.id !== expected;
    const hasBegun = this.covered + this.#breaks.length > 0;
    this.#last = event.id;
    if (isGap && hasBegun) this.#breaks.push({ id: expected, why: "missing" });
    if (event.digest === null) {
      this[hasBegun ? "unsealed" : "earlier"] += 1;
      return;
    }
    if (event.digest === digestOf(this.#previous, event)) this.covered += 1;
    else if (!isGap) this.#breaks.push({ id: event.id, why: "changed" });
    else if (!hasBegun) this.#breaks.push({ id: event.id - 1, why: "missing" });
    this.#previous = event.digest;
  }

  /** Takes the end, as far as it is known which event is the newest. */
  end({ head, newest }: Ends): void {
    if (newest > (head?.id ?? 0)) this.#breaks.push({ id: newest, why: "head" });
    else if (head && this.#last < head.id) this.#breaks.push({ id: this.#last + 1, why: "missing" });
    else if (head && this.#previous !== head.digest) this.#breaks.push({ id: head.id, why: "changed" });
  }

  get result(): AuditVerification {
    const counts = { covered: this.covered, earlier: this.earlier, unsealed: this.unsealed };
    const [first, ...others] = this.#breaks;
    return first ? { ...counts, ok: false, ...first, further: others.length } : { ...counts, ok: true };
  }
}

type Ends = Awaited<ReturnType<typeof readEnds>>;

/** The head, the newest event with a digest and the newest one, read as one: others write meanwhile. */
const readEnds = () =>
  db().$transaction(async (tx) => ({
    head: await readHead(tx),
    newest: await lastEventId(tx, { digest: { not: null } }),
    last: await lastEventId(tx),
  }));

/** Walks to this event, page by page and with a turn for everybody else between them. */
async function walkTo(last: number, walk: Walk): Promise<void> {
  for (let after = 0; after < last; await turn()) {
    const page = await db().auditEvent.findMany({
      where: { id: { gt: after, lte: last } },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    for (const event of page) walk.take(event);
    after = page.at(-1)?.id ?? last;
  }
}

async function verify(): Promise<AuditVerification> {
  const ends = await readEnds();
  const walk = new Walk();
  await walkTo(ends.last, walk);
  walk.end(ends);
  return walk.result;
}

const atWork = singleton("audit-verification", () => ({ run: null as Promise<AuditVerification> | null }));

/**
 * Whether the audit log is as it was written, or the first place where it is not and how many follow. It is walked along once at a time: who
 * asks meanwhile gets the same answer.
 */
export async function verifyAudit(actor: Actor): Promise<AuditVerification> {
  authorize(actor, "audit:read");
  requireVault();
  atWork.run ??= verify().finally(() => {
    atWork.run = null;
  });
  return atWork.run;
}
