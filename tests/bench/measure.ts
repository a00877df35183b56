/** Milliseconds of several calls. */
export interface Figures {
  /** What the quickest took of the processors, which a busy machine hardly changes. */
  readonly processor: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Effort {
  readonly runs: number;
  /** No further run begins after this many milliseconds. */
  readonly patience: number;
}

export function time(work: () => unknown): { took: number; processor: number } {
  const used = process.cpuUsage();
  const started = performance.now();
  work();
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return { took, processor: (user + system) / 1000 };
}

/** At least one call is made, the first of them cold. */
export function measure(work: () => unknown, { runs, patience }: Effort): Figures {
  const calls = [time(work)];
  const started = performance.now();
  while (calls.length < runs && performance.now() - started < patience) calls.push(time(work));
  const sorted = calls.map(({ took }) => took).toSorted((one, other) => one - other);
  return {
    median: sorted[sorted.length >> 1] ?? 0,
    min: sorted[0] ?? 0,
    max: sorted.at(-1) ?? 0,
    processor: Math.min(...calls.map(({ processor }) => processor)),
  };
}
