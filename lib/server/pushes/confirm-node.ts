import "server-only";
import type { TransactionState } from "@/lib/domain/nodes/report";
import { db } from "@/lib/server/db/client";
import { ask, type Word } from "@/lib/server/node-program/run";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";
import type { Attempt } from "./attempt";

/** An honest node waits once; one whose process died on the way may ask again. */
const mostWords = 4;

/** That the node was heard is what confirms it, unless a person stopped the push meanwhile. */
async function wordFor({ row }: Attempt): Promise<Word> {
  const { stopRequestedAt } = await db().push.findUniqueOrThrow({
    where: { id: row.pushId },
    select: { stopRequestedAt: true },
  });
  return stopRequestedAt === null ? "confirmed" : "withheld";
}

/** Gives a node that waits its word, and follows it to its end. */
export async function answerWait(
  session: SshSession,
  attempt: Attempt,
  first: TransactionState,
): Promise<TransactionState> {
  const { options, relay, row } = attempt;
  let state = first;
  for (let words = 0; state.state === "waiting"; words += 1) {
    if (options.confirmSeconds === null || words === mostWords)
      throw new SshFault("protocol", { reason: "waits" });
    // Whoever runs this push now has the word.
    await attempt.confirm();
    const question = { transactionId: row.id, resume: true, after: relay.last() };
    state = await ask(session, { ...question, word: await wordFor(attempt) }, relay.onEvent);
  }
  return state;
}
