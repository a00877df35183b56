import "server-only";
import type { PushMessage } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { pause } from "@/lib/server/jobs/pause";
import { watchPush } from "./events";
import { getNews, isFinished } from "./queries";

/** Updates are gathered for this long, so that a push to many nodes sends a few messages a second, not hundreds. */
const gatherMs = 250;
/** Events of another process are found by looking; the same rhythm keeps proxies from closing a silent stream. */
const lookMs = 2_000;

type Reader = {
  actor: Actor;
  after: number;
  signal: AbortSignal;
  /** Asked again and again, since a session can end while its stream is open. */
  isAllowed?: () => Promise<boolean>;
};

/** Resolves when this process adds an event to the push, or after `lookMs`; watching begins with the call. */
function nextChange(id: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      unwatch();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, lookMs);
    const unwatch = watchPush(id, done);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** What happened after the event `after`, then what happens, until the push ends; null says that nothing did. */
async function* listen(
  { after, signal, isAllowed = async () => true }: Reader,
  id: string,
): AsyncGenerator<PushMessage | null> {
  for (let last = after; !signal.aborted && (await isAllowed()); ) {
    const change = nextChange(id, signal);
    const news = await getNews(id, last);
    yield news;
    if (news) {
      last = news.events.at(-1)?.id ?? last;
      if (!signal.aborted) await pause(gatherMs, signal);
    } else {
      if (await isFinished(id)) return;
      await change;
    }
  }
}

const encode = (message: PushMessage | null): string =>
  message ? `id: ${message.events.at(-1)?.id}\ndata: ${JSON.stringify(message)}\n\n` : ": alive\n\n";

/**
 * The live stream of a push as server-sent events, each with the id of the last event in it. A client that
 * reconnects with that id misses nothing and sees nothing twice.
 */
export async function streamPush(id: string, reader: Reader): Promise<Response> {
  authorize(reader.actor, "read");
  // Throws for a push that is not there: once the stream has begun, its status can say so no more.
  await isFinished(id);
  const messages = listen(reader, id);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await messages.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(encode(value)));
      } catch (error) {
        if (reader.signal.aborted) controller.close();
        else controller.error(error);
      }
    },
    cancel: async () => {
      await messages.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
    },
  });
}
