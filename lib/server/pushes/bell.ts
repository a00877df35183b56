import "server-only";

/** Wakes one who waits for something to change; what rang while nobody waited is not lost. */
export type Bell = { ring: () => void; wait: (ms: number) => Promise<void> };

export function createBell(): Bell {
  let hasRung = false;
  let wake = () => {};
  return {
    ring() {
      hasRung = true;
      wake();
    },
    /** Until it rings, at most so long. */
    wait: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          wake = () => {};
          hasRung = false;
          resolve();
        };
        const timer = setTimeout(done, ms);
        wake = done;
        if (hasRung) done();
      }),
  };
}
