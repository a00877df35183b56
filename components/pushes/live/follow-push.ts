import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { PushMessage, PushView } from "@/lib/domain/pushes/views";
import type { Result } from "@/lib/domain/result";

/** Whether what is shown is of now: lost is tried again after so many seconds, signed out is not. */
export type StreamState = { kind: "live" } | { kind: "lost"; seconds: number } | { kind: "signed-out" };

/** How the push stands, without its events: those come by the stream, from where it broke off. */
export const toSnapshot = ({ nodes, lastEventId: _, retryOf: __, ...push }: PushView): PushMessage => ({
  push,
  nodes,
  events: [],
});

const pauseSeconds = 3;

type Follow = {
  id: string;
  after: number;
  onMessage: (message: PushMessage) => void;
  onState: (state: StreamState) => void;
};

/** One following of a push, over however many connections it takes. */
class Follower {
  readonly #follow: Follow;
  readonly #stopping = new AbortController();
  #last: number;
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #ended = false;

  constructor(follow: Follow) {
    this.#follow = follow;
    this.#last = follow.after;
    window.addEventListener("online", () => this.open(), { signal: this.#stopping.signal });
  }

  open(): void {
    if (this.#ended) return;
    this.#tries += 1;
    this.#close();
    const source = new EventSource(`${apis.pushEvents(this.#follow.id)}?after=${this.#last}`);
    source.onopen = () => this.#follow.onState({ kind: "live" });
    source.onerror = () => void this.#lose();
    source.onmessage = ({ data }) => this.#receive(JSON.parse(data) as PushMessage);
    this.#source = source;
  }

  stop(): void {
    this.#stopping.abort();
    this.#close();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #receive(message: PushMessage): void {
    this.#last = message.events.at(-1)?.id ?? this.#last;
    this.#follow.onMessage(message);
    this.#follow.onState({ kind: "live" });
    // The header tells the present, but events come in portions: what is told last is that the push has ended.
    if (message.events.some(({ code }) => code === "push-ended")) this.#end();
  }

  #end(): void {
    this.#ended = true;
    this.#close();
    this.#follow.onState({ kind: "live" });
  }

  /** Asks how the push stands meanwhile, so that a page behind a proxy without streams is not blind. */
  async #lose(): Promise<void> {
    if (this.#ended) return;
    this.#close();
    this.#follow.onState({ kind: "lost", seconds: pauseSeconds });
    this.#timer = setTimeout(() => this.open(), pauseSeconds * 1000);
    const tries = this.#tries;
    const { signal } = this.#stopping;
    const answer = await apiRequest<PushView>("GET", { path: apis.push(this.#follow.id), signal });
    // What a later connection tells is newer.
    if (!signal.aborted && tries === this.#tries) this.#take(answer);
  }

  #take(answer: Result<PushView, ApiError>): void {
    if (answer.ok) {
      this.#follow.onMessage(toSnapshot(answer.value));
      // Ended by a process that died before it said so: nothing more will come.
      if (answer.value.finishedAt !== null && answer.value.lastEventId <= this.#last) this.#end();
    } else if (answer.error.code === "unauthenticated") {
      this.#close();
      this.#follow.onState({ kind: "signed-out" });
    }
  }
}

/** Follows the stream of a push to its end; a connection that broke off goes on after the last event. */
export function followPush(follow: Follow): { open: () => void; stop: () => void } {
  const follower = new Follower(follow);
  follower.open();
  return { open: () => follower.open(), stop: () => follower.stop() };
}
