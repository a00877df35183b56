import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import type { AuditContent } from "@/lib/domain/audit/content";
import type { AuditBreak, AuditVerification } from "@/lib/domain/audit/verification";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { requireVault } from "@/lib/server/secrets/vault";
import { singleton } from "@/lib/server/singleton";
import { digestOf, genesis, type Head, readHead } from "./chain";

const pageSize = 500;

type Stored = AuditContent & { digest: string | null };
type Broken = { id: number; why: AuditBreak };

/** Where the walk along the chain is. */
class Walk {
  covered = 0;
  earlier = 0;
  unsealed = 0;
  #previous = genesis;
  #last = 0;

  /** Takes the next event; answers what is wrong with it. */
  take(event: Stored): Broken | null {
    const expected = this.#last + 1;
    const isGap = event.id !== expected;
    this.#last = event.id;
    if (isGap && this.covered > 0) return { id: expected, why: "missing" };
    if (event.digest === null) {
      if (this.covered > 0) this.unsealed += 1;
      else this.earlier += 1;
      return null;
    }
    if (event.digest !== digestOf(this.#previous, event))
      return isGap ? { id: event.id - 1, why: "missing" } : { id: event.id, why: "changed" };
    this.covered += 1;
    this.#previous = event.digest;
    return null;
  }

  /** What is wrong with the end, as far as it is known which event is the newest. */
  end(head: Head): Broken | null {
    if (this.#last < head.id) return { id: this.#last + 1, why: "missing" };
    return this.#previous === head.digest ? null : { id: head.id, why: "changed" };
  }

  get counts() {
    return { covered: this.covered, earlier: this.earlier, unsealed: this.unsealed };
  }
}

/** The head and the newest event with a digest, read as one: others write meanwhile. */
const readEnds = () =>
  db().$transaction(async (tx) => ({
    head: await readHead(tx),
    newest: await tx.auditEvent.findFirst({
      where: { digest: { not: null } },
      orderBy: { id: "desc" },
      select: { id: true },
    }),
    last: (await tx.auditEvent.findFirst({ orderBy: { id: "desc" }, select: { id: true } }))?.id ?? 0,
  }));

/** Walks to this event, page by page and with a turn for everybody else between them. */
async function walkTo(last: number, walk: Walk): Promise<Broken | null> {
  for (let after = 0; after < last; ) {
    const page = await db().auditEvent.findMany({
      where: { id: { gt: after, lte: last } },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    for (const event of page) {
      const broken = walk.take(event);
      if (broken) return broken;
    }
    const reached = page.at(-1);
    if (!reached) return null;
    after = reached.id;
    await turn();
  }
  return null;
}

function endOf(walk: Walk, { head, newest }: Awaited<ReturnType<typeof readEnds>>): Broken | null {
  if (newest !== null && newest.id > (head?.id ?? 0)) return { id: newest.id, why: "head" };
  return head && walk.end(head);
}

async function verify(): Promise<AuditVerification> {
  const ends = await readEnds();
  const walk = new Walk();
  const broken = (await walkTo(ends.last, walk)) ?? endOf(walk, ends);
  return broken ? { ...walk.counts, ok: false, ...broken } : { ...walk.counts, ok: true };
}

const atWork = singleton("audit-verification", () => ({ run: null as Promise<AuditVerification> | null }));

/**
 * Whether the audit log is as it was written, or the first place where it is not. It is walked along once at a time: who
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
