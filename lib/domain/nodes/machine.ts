import type { NodeFacts } from "./facts";
import type { Survey } from "./survey";
import { factOf, linesOf, mostListed } from "./told";

/** Numbers of file systems that live in memory: tmpfs and ramfs (linux/magic.h), as `stat -f` prints them. */
const inMemory = ["1021994", "858458f6"];

const startKinds: readonly [RegExp, NonNullable<NodeFacts["newerFiles"]>[number]["kind"]][] = [
  [/^\/etc\/rancher\/[^/]+\/config\.yaml(?:\.d\/[^/]+)?$/, "config"],
  [/\.service$|\.service\.d\/[^/]+\.conf$|^\/etc\/init\.d\//, "unit"],
];

const isPath = (path: string) => /^\/\P{Cc}{1,4095}$/u.test(path);

/** A time as `stat` prints it; where it tells whole seconds, their end: rather too late than too early. */
function toTime(text: string): number | null {
  const [, seconds = "", rest] = /^(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (seconds === "") return null;
  return Number(seconds) * 1000 + (rest === undefined ? 999 : Number(rest.padEnd(3, "0").slice(0, 3)));
}

/** What the service reads at its start and has not read yet. */
function readNewerFiles(survey: Survey, startedAt: number | null): NodeFacts["newerFiles"] {
  const found = new Map<string, NonNullable<NodeFacts["newerFiles"]>[number]>();
  for (const line of linesOf(survey, "start-files")) {
    const [, time = "", path = ""] = /^(\S+) (.+)$/.exec(line) ?? [];
    const at = toTime(time);
    if (at === null || !isPath(path) || startedAt === null || at < startedAt) continue;
    found.set(path, { path, at, kind: startKinds.find(([is]) => is.test(path))?.[1] ?? "environment" });
  }
  return [...found.values()].slice(0, mostListed);
}

/** Kubernetes names, as they may stand in a label. */
const isName = (text: string | undefined): text is string =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/.test(text ?? "");

function readUpgrades(survey: Survey) {
  const found = linesOf(survey, "upgrades").flatMap((line) => {
    const [node, plan] = line.split("|");
    return isName(node) && isName(plan) ? [{ node, plan }] : [];
  });
  return found.slice(0, mostListed);
}

const snapshotOf = (text: string | null) =>
  /(?:^|[ /])\.snapshots\/(\d{1,9})\/snapshot$/.exec(text?.trim() ?? "")?.[1] ?? null;

/** Systems with snapshots boot into the one that is the default then: what is changed in another is not there. */
function readSnapshot(survey: Survey): Pick<NodeFacts, "nextSnapshot"> {
  const [running, next] = ["snapshot-now", "snapshot-next"].map((name) => snapshotOf(factOf(survey, name)));
  if (!running || !next || running === next) return {};
  return { nextSnapshot: { running: Number(running), next: Number(next) } };
}

/** The second look's part of the facts about the machine and about the next start. */
export function readMachine(
  survey: Survey,
  startedAt: number | null,
): Pick<
  NodeFacts,
  "newerFiles" | "unitUnread" | "maintenance" | "mountedFile" | "volatile" | "nextSnapshot" | "selinux"
> {
  const says = (name: string) => factOf(survey, name) === "yes";
  const systems = [factOf(survey, "file-system"), factOf(survey, "upper-system")];
  const selinux = factOf(survey, "selinux");
  return {
    newerFiles: readNewerFiles(survey, startedAt) ?? [],
    unitUnread: says("reload"),
    maintenance: {
      rebootRequired: says("reboot-required"),
      kured: says("kured"),
      rebooting: says("rebooting"),
      cordoned: says("cordoned"),
      upgrades: readUpgrades(survey),
    },
    mountedFile: says("mounted"),
    volatile: says("live") || systems.some((system) => system !== null && inMemory.includes(system)),
    ...readSnapshot(survey),
    ...(selinux !== null && { selinux: selinux === "1" ? ("enforcing" as const) : ("permissive" as const) }),
  };
}
