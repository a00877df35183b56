import { held } from "./held";

/** Code that is no part of what a page loads first. It comes once the page rests, or as soon as somebody needs it. */
export type Part<Value> = {
  load: () => Promise<Value>;
  /** What was loaded, at once; undefined until then. */
  peek: () => Value | undefined;
  subscribe: (changed: () => void) => () => void;
};

/** What could not be fetched is fetched anew when it is asked for again. */
export function part<Value>(fetch: () => Promise<Value>): Part<Value> {
  const { get, set, subscribe } = held<Value | undefined>(undefined);
  let coming: Promise<Value> | undefined;
  async function load() {
    try {
      const value = await fetch();
      set(value);
      return value;
    } catch (error) {
      coming = undefined;
      throw error;
    }
  }
  return {
    load: () => {
      coming ??= load();
      return coming;
    },
    peek: get,
    subscribe,
  };
}

/** Calls once the page is complete and the browser has nothing better to do. Returns how to call it off. */
export function whenIdle(task: () => void): () => void {
  const stop = new AbortController();
  const unlessStopped = () => stop.signal.aborted || task();
  // Safari has no idle callback.
  const wait = () =>
    "requestIdleCallback" in window
      ? window.requestIdleCallback(unlessStopped, { timeout: 2000 })
      : setTimeout(unlessStopped, 200);
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true, signal: stop.signal });
  return () => stop.abort();
}
