import { held } from "@/lib/client/held";

/** What was set, and whether a person typed it: only typing goes on, what a button does is a step of its own. */
export type Change = { path: string; typed: boolean };

type Listener = (change: Change) => void;

const isWithin = (inner: string, outer: string) =>
  inner.startsWith(outer) && (inner.length === outer.length || inner[outer.length] === ".");

/**
 * Tells what was set in the form, by its path. The form tells it too, but copies everything it holds for whoever listens,
 * and a definition of a thousand mirrors is copied at each key then.
 */
export class Changes {
  private readonly listeners = new Set<Listener>();
  /** Whether something was set that the document does not know yet. */
  readonly unsettled = held(false);

  readonly subscribe = (listener: Listener) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Of what stands at a path only: of its parts and of what it is a part of. */
  readonly subscribeAt = (at: string, listener: () => void) =>
    this.subscribe(({ path }) => {
      if (isWithin(path, at) || isWithin(at, path)) listener();
    });

  readonly tell = (path: string, typed = false): void => {
    for (const listener of [...this.listeners]) listener({ path, typed });
  };
}
