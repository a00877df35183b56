/** One life of a service process. Times are milliseconds of the machine's monotonic clock, the same for all nodes. */
export interface ServiceRun {
  unit: string;
  startedAt: number;
  readyAt?: number;
  stoppedAt?: number;
}

export interface FileStat {
  /** Permission bits in octal, such as "600". */
  mode: string;
  uid: number;
  gid: number;
  size: number;
  mtimeMs: number;
  kind: string;
}

export function parseStat(text: string): FileStat {
  const [mode = "", uid, gid, size, mtime, ...kind] = text.trim().split(" ");
  return {
    mode,
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    mtimeMs: Math.round(Number(mtime) * 1000),
    kind: kind.join(" "),
  };
}

/** Reads the log of starts and stops: "start|ready|stop <unit> <microseconds>", separated by tabs. */
export function parseRuns(text: string): ServiceRun[] {
  const runs: ServiceRun[] = [];
  for (const line of text.split("\n")) {
    const [event, unit = "", time] = line.split("\t");
    const at = Number(time) / 1000;
    if (event === "start") runs.push({ unit, startedAt: at });
    const run = runs.findLast((candidate) => candidate.unit === unit);
    if (run && event === "ready") run.readyAt = at;
    if (run && event === "stop") run.stoppedAt = at;
  }
  return runs;
}

/** When the service was not up: from each stop to the readiness that followed, if any did. */
export function outagesOf(runs: readonly ServiceRun[]): { from: number; to: number }[] {
  const outages: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (const run of runs) {
    if (run.readyAt !== undefined && from !== undefined) {
      outages.push({ from, to: run.readyAt });
      from = undefined;
    }
    from ??= run.stoppedAt;
  }
  if (from !== undefined) outages.push({ from, to: Number.POSITIVE_INFINITY });
  return outages;
}
