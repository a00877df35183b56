import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getPush } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { admin, type Pushable, quick, toStart } from "@/tests/support/pushes";
import { addressOf } from "@/tests/support/simulated/fleet";
import type { SimulatedSpec } from "@/tests/support/simulated/node";
import { registerSimulated } from "@/tests/support/simulated/register";
import { talkBarely } from "./push-bare";
import { openDatabase } from "./push-fleet";
import { follow, untilFinished } from "./push-follow";
import { load, meter, reading } from "./push-meter";
import { costText, type Plan, type Print, row, seconds } from "./push-print";
import type { Order, Running } from "./simulated-nodes";

const restartMs = 1_000;
const width = 50;

/** Groups of nodes by name: a small one, the large one, and servers of as many clusters. */
const specsFor = (nodes: number): Record<string, SimulatedSpec[]> => {
  const agents = (name: string, count: number) =>
    Array.from(
      { length: count },
      (_, at): SimulatedSpec => ({ name: `${name}-${at}`, role: "agent", cluster: name }),
    );
  const lonely = Array.from(
    { length: Math.min(nodes, 300) },
    (_, at): SimulatedSpec => ({ name: `lone-${at}`, role: "server", cluster: `lone-${at}` }),
  );
  return { small: agents("small", Math.min(nodes, 200)), large: agents("large", nodes), lonely };
};

async function startNodes(
  file: string,
  specs: SimulatedSpec[],
): Promise<{ child: ChildProcess; where: Running }> {
  const child = fork(file, { stdio: "inherit", execArgv: [] });
  child.send({ specs, restartMs } satisfies Order);
  const [where] = (await once(child, "message")) as [Running];
  return { child, where };
}

/** What is held after everything that can go has gone, in MB. */
function held(): string {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, external, rss } = process.memoryUsage();
  return `${((heapUsed + external) / 1e6).toFixed(0)} MB in use after, ${(rss / 1e6).toFixed(0)} MB resident`;
}

/** Answers the milliseconds of processor time a node takes where nothing but its connection is made. */
async function measureBare(count: number, { port }: Running, print: Print): Promise<number> {
  const machines = Array.from({ length: count }, (_, at) => ({ host: addressOf(at), port }));
  // The first round is read and compiled by the way.
  await talkBarely(machines, width);
  const { cost } = await meter(() => talkBarely(machines, width));
  print(row("ssh2 alone: the connection and its commands", costText(cost, count)));
  return cost.cpuMs / count;
}

type Measured = Pushable & { name: string; bareMs: number };

async function pushTo({ groupId, nodeIds, name, bareMs }: Measured, print: Print): Promise<void> {
  const looked = await meter(() => reviewPush(groupId, admin));
  print(row(`${name}: review`, costText(looked.cost, nodeIds.length)));
  const faults = looked.value.nodes.flatMap(({ fault }) => fault ?? []);
  if (faults[0]) print(row("", `${faults.length} at fault, as ${JSON.stringify(faults[0])}`));
  const options = { ...quick, width, canary: name === "lonely", stopAfter: 0 };
  let times: number[] = [];
  let lags: number[] = [];
  const { value: id, cost } = await meter(async () => {
    const { id } = await startPush(toStart(looked.value, options), randomUUID(), admin);
    const end = untilFinished(id);
    [times, lags] = await Promise.all([reading(() => getPush(admin, id), end), follow(id)]);
    return id;
  });
  const { nodes, counts } = await getPush(admin, id);
  print(row(`${name}: push, ${width} at once`, costText(cost, nodes.length)));
  print(row("", `${(cost.cpuMs / nodes.length / bareMs).toFixed(1)} times the processor time of ssh2 alone`));
  print(row("", `${counts.changed} of ${nodes.length} changed; ${held()}`));
  print(row("", `reading the push meanwhile: ${spread(times)}`));
  print(row("", `its event stream behind what happened: ${spread(lags)}`));
  const one = Date.parse(nodes[0]?.finishedAt ?? "") - Date.parse(nodes[0]?.startedAt ?? "");
  print(
    row("", `the first node took ${seconds(one)}, all of them ${(cost.wallMs / one).toFixed(1)} times that`),
  );
}

const spread = (sorted: readonly number[]): string =>
  `${sorted.at(-1)?.toFixed(0)} ms at most, median ${sorted[sorted.length >> 1]?.toFixed(0)} ms, ${sorted.length} times`;

/**
 * Pushes to many simulated nodes, which are scripted SSH servers in another process and no machines: what is measured is
 * this process alone.
 */
export async function bench(
  { folder, program, simulated: nodes, only }: Omit<Plan, "nodes"> & { program: string; simulated: number },
  print: Print,
): Promise<void> {
  await openDatabase(folder);
  const groups = specsFor(nodes);
  const { child, where } = await startNodes(program, Object.values(groups).flat());
  const stopRunner = startRunner();
  print(
    `${nodes} simulated nodes: scripted SSH servers in another process, a restart takes 1 s; load ${load()}`,
  );
  try {
    const bareMs = await measureBare(Math.min(nodes, 200), where, print);
    let first = 0;
    for (const [name, specs] of Object.entries(groups)) {
      const target = await registerSimulated(name, { specs, first, where });
      first += specs.length;
      if (only !== null && !only.includes(name)) continue;
      await pushTo({ ...target, name, bareMs }, print);
      if (name !== "large") continue;
      const some = target.nodeIds.slice(0, 500);
      const { value, cost } = await meter(() => checkDrift(some, admin));
      const same = value.filter(({ state }) => state === "in-sync").length;
      print(row(`drift check of ${some.length}`, `${costText(cost, some.length)}; ${same} in sync`));
    }
    print(`load ${load()}`);
  } finally {
    stopRunner();
    child.disconnect();
  }
}
