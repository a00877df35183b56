import { randomUUID } from "node:crypto";
import { widest } from "@/lib/domain/pushes/strategy";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getPush } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { admin, mirrorTo, quick, save, toStart } from "@/tests/support/pushes";
import { countCommands } from "./push-commands";
import { connectionsOf, type Fleet, openDatabase, startFleet } from "./push-fleet";
import { untilFinished } from "./push-follow";
import { load, meter, reading } from "./push-meter";
import { ansibleVersion, prepare, runAnsible, runSsh } from "./push-others";
import { costText, type Plan, type Print, row, seconds } from "./push-print";

let number = 1;

/** One push of the next revision to all nodes; answers its options, what it cost and how long reading it took meanwhile. */
async function measurePush({ groupId, configurationId }: Fleet, width: number, watchSeconds = 0) {
  number += 1;
  await save(configurationId, mirrorTo(`https://mirror-${number}.example.com`), number - 1);
  const review = await reviewPush(groupId, admin);
  const start = toStart(review, { ...quick, width, watchSeconds, canary: false, stopAfter: 0 });
  let reads: number[] = [];
  const { value: id, cost } = await meter(async () => {
    const { id } = await startPush(start, randomUUID(), admin);
    const end = untilFinished(id);
    reads = await reading(() => getPush(admin, id), end);
    await end;
    return id;
  });
  const value = await getPush(admin, id);
  const bad = value.nodes.filter(({ outcome }) => outcome !== "changed");
  return { view: value, cost, reads, bad };
}

async function comparePush(fleet: Fleet, plan: Plan, print: Print): Promise<void> {
  const wants = (part: string) => plan.only === null || plan.only.includes(part);
  const width = Math.min(plan.nodes, widest);
  const own = await (async () => {
    const before = await connectionsOf(fleet);
    const measured = await measurePush(fleet, width);
    const connections = (await connectionsOf(fleet)) - before;
    const { bad, cost, reads } = measured;
    print(row(`push, ${width} at once, watch window 0`, costText(cost, plan.nodes)));
    print(
      row(
        "",
        `${(connections / plan.nodes - 1).toFixed(2)} connections a node and push (and one for the review); ` +
          `${bad.length} not changed${bad[0] ? `, ${bad[0].fault?.code}` : ""}`,
      ),
    );
    print(
      row(
        "",
        `reading the push meanwhile: ${reads.at(-1)?.toFixed(0)} ms at most, median ${reads[reads.length >> 1]?.toFixed(0)} ms`,
      ),
    );
    return cost;
  })();
  const nodes = prepare(plan.folder, fleet, mirrorTo("https://other.example.com"));
  const compare = (name: string, { wallMs, code }: { wallMs: number; code: number | null }) =>
    print(
      row(
        name,
        `${seconds(wallMs).padStart(9)}  our push takes ${(own.wallMs / wallMs).toFixed(2)} of it${code === 0 ? "" : `; status ${code}`}`,
      ),
    );
  if (wants("ssh")) {
    compare(
      "ssh, curve25519, under xargs",
      await runSsh(plan.folder, nodes, { width, kex: "curve25519-sha256" }),
    );
    compare("ssh, default settings, under xargs", await runSsh(plan.folder, nodes, { width, kex: null }));
  }
  const ansible = wants("ansible") ? ansibleVersion() : null;
  if (ansible !== null) compare(ansible, await runAnsible(plan.folder, Math.min(width, widest)));
  else if (wants("ansible")) print(row("Ansible", "is not installed"));
}

/** Measures pushes and checks beside other tools, and prints it as it comes. */
export async function bench(plan: Plan, print: Print): Promise<void> {
  const wants = (part: string) => plan.only === null || plan.only.includes(part);
  await openDatabase(plan.folder);
  const fleet = await startFleet(plan.nodes);
  const stopRunner = startRunner();
  try {
    print(
      `${plan.nodes} machines with an sshd each and a played K3s agent, all on this machine; load ${load()}`,
    );
    await comparePush(fleet, plan, print);
    if (wants("watch")) {
      const watched = await measurePush(fleet, Math.min(plan.nodes, widest), 10);
      print(row("the same with the usual watch window of 10 s", costText(watched.cost, plan.nodes)));
    } else await measurePush(fleet, Math.min(plan.nodes, widest));
    if (wants("drift")) {
      const { value, cost } = await meter(() => checkDrift(fleet.nodeIds, admin));
      const same = value.filter(({ state }) => state === "in-sync").length;
      print(row("drift check that finds nothing", `${costText(cost, plan.nodes)}; ${same} in sync`));
    }
    if (wants("commands")) await countCommands(fleet, print, () => measurePush(fleet, 1));
    print(`load ${load()}`);
  } finally {
    stopRunner();
    await fleet.stop();
  }
}
