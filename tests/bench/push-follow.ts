import type { PushMessage } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { streamPush } from "@/lib/server/pushes/stream-push";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin } from "@/tests/support/pushes";

/** Looks seldom and little, so that looking is no part of what is measured. */
export async function untilFinished(id: string): Promise<void> {
  const isFinished = async () =>
    (await db().push.findUniqueOrThrow({ where: { id }, select: { finishedAt: true } })).finishedAt !== null;
  await waitFor(isFinished, { timeoutMs: 900_000, intervalMs: 100 });
}

/** Follows the live stream of a push to its end; answers how late its events came, in ms, the latest last. */
export async function follow(id: string): Promise<number[]> {
  const { signal } = new AbortController();
  const { body } = await streamPush(id, { actor: admin, after: 0, signal });
  const lags: number[] = [];
  if (body === null) return lags;
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const [, data] = /^data: (.*)$/m.exec(decoder.decode(chunk)) ?? [];
    if (data === undefined) continue;
    const now = Date.now();
    const { events } = JSON.parse(data) as PushMessage;
    lags.push(...events.map(({ at }) => now - Date.parse(at)));
  }
  return lags.sort((one, other) => one - other);
}
