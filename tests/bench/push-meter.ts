import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const million = 1e6;

/** What work cost this process, which is the server's part: the machines are other processes. */
export interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The most memory held, in MB. */
  readonly rss: number;
  readonly delayMax: number;
  readonly delayP99: number;
  /** How long its main thread could have run and got no processor, as the machines it talks to run here, too. */
  readonly starvedMs: number;
}

const starved = (): number =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[1]) / million;

/** Runs the work and measures it. */
export async function meter<Value>(work: () => Promise<Value>): Promise<{ value: Value; cost: Cost }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let rss = process.memoryUsage.rss();
  const sampler = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss());
  }, 100);
  const used = process.cpuUsage();
  const waited = starved();
  const began = performance.now();
  delay.enable();
  try {
    const value = await work();
    const wallMs = performance.now() - began;
    const { user, system } = process.cpuUsage(used);
    delay.disable();
    const cost = {
      wallMs,
      cpuMs: (user + system) / 1000,
      rss: rss / million,
      starvedMs: starved() - waited,
      delayMax: delay.max / million,
      delayP99: delay.percentile(99) / million,
    };
    return { value, cost };
  } finally {
    clearInterval(sampler);
  }
}

/** What else this machine is doing: the mean number of processes that want to run. */
export const load = (): string => readFileSync("/proc/loadavg", "utf8").split(" ").slice(0, 3).join(" ");

/** Calls `read` again and again while `work` runs; answers how long the calls took, the longest last. */
export async function reading<Value>(read: () => Promise<unknown>, work: Promise<Value>): Promise<number[]> {
  let over = false;
  work.then(
    () => (over = true),
    () => (over = true),
  );
  const times: number[] = [];
  while (!over) {
    const began = performance.now();
    await read();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await work;
  return times.sort((one, other) => one - other);
}
