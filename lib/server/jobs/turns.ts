import "server-only";

/** Work that takes longer than this on end keeps a page or a stream waiting. */
const mostMs = 15;

/**
 * For loops over thousands of things: what is returned is awaited at each of them, and lets everybody else go first
 * where the loop has worked for long enough.
 */
export function turns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < mostMs) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}
