import { clockAhead } from "./clock";
import type { NodeFacts, Privilege, UnitFacts } from "./facts";
import { readMachine } from "./machine";
import { readMembers } from "./members";
import { chooseService, type ServiceChoice } from "./service";
import { readSettings, type Settings } from "./settings";
import { factOf, factsOf, mostListed } from "./told";

/** What the program on the node printed in one look, before anything is made of it. */
export type Survey = {
  facts: { name: string; value: string }[];
  texts: { name: string; bytes: Uint8Array }[];
  units: { name: string; active: string; enabled: boolean }[];
  /** The server's time when the node was asked and when its own time came. */
  clock?: { askedAt: number; heardAt: number };
};

/** What the first look tells about where to look next. */
export type Inspection = ServiceChoice &
  Settings & { manager: NodeFacts["manager"]; hostname: string; nodeName: string };

const numberOf = (survey: Survey, name: string): number | null => {
  const text = factOf(survey, name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
};

export function toInspection(first: Survey): Inspection {
  const manager = factOf(first, "manager");
  const hostname = factOf(first, "hostname") ?? "";
  const choice = chooseService(first);
  const settings = readSettings(first, choice);
  return {
    ...choice,
    ...settings,
    manager: manager === "systemd" || manager === "openrc" ? manager : null,
    hostname,
    // The kubelet lower-cases the host name (k3s pkg/agent/config/config.go).
    nodeName: settings.nodeName ?? hostname.toLowerCase(),
  };
}

/** Null where the cluster did not answer. */
function membersOf(survey: Survey): NodeFacts["members"] | null {
  const told = survey.texts.find(({ name }) => name === "members");
  const members = told ? readMembers(new TextDecoder().decode(told.bytes)) : [];
  return members.length > 0 ? members : null;
}

const answer = (text: string | null, yes: string, no: string): boolean | null =>
  text === yes ? true : text === no ? false : null;

/** `mode owner size mtime digest`, as the program prints it. */
function readFileFacts(survey: Survey): NodeFacts["registries"] {
  const [mode, owner, size, modified, sha256] = factOf(survey, "registries")?.split(" ") ?? [];
  if (!mode || !owner || !sha256) {
    return { exists: false, sha256: null, mode: null, owner: null, size: null, modifiedAt: null };
  }
  return { exists: true, sha256, mode, owner, size: Number(size), modifiedAt: Number(modified) };
}

/** Only where the node's time came at once: a clock of an older look cannot be compared. */
function clockOf({ clock: heard, ...survey }: Survey): Pick<NodeFacts, "clockAhead"> {
  const clock = numberOf(survey, "clock");
  return heard && clock !== null ? { clockAhead: clockAhead({ clock, ...heard }) } : {};
}

export type Looks = {
  privilege: Privilege;
  first: Survey;
  inspection: Inspection;
  second: Survey;
  certificates: NodeFacts["certificates"];
};

export function toNodeFacts(looks: Looks): NodeFacts {
  const { first, inspection, second, certificates } = looks;
  const startedAt = numberOf(second, "started");
  const free = numberOf(second, "free");
  const members = membersOf(second);
  const units: UnitFacts[] = inspection.units;
  return {
    hostname: inspection.hostname,
    os: factOf(first, "os") ?? "",
    arch: factOf(first, "arch") ?? "",
    clock: numberOf(first, "clock") ?? 0,
    privilege: looks.privilege,
    distribution: inspection.distribution,
    role: inspection.role,
    manager: inspection.manager,
    unit: inspection.unit,
    units,
    serviceFault: inspection.serviceFault,
    activeState: factOf(second, "active"),
    restarts: numberOf(second, "restarts"),
    serviceStartedAt: startedAt,
    binary: inspection.binary,
    runningVersion: factOf(second, "running"),
    installedVersion: factOf(second, "installed"),
    nodeName: inspection.nodeName || null,
    dataDir: inspection.dataDir,
    registriesPath: inspection.registriesPath,
    flags: inspection.flags,
    unreadableConfig: inspection.unreadableConfig,
    userTemplates: factsOf(second, "template").slice(0, mostListed),
    newerTemplates: factsOf(second, "newer-template"),
    oddTemplates: factsOf(second, "odd-template"),
    rancherManaged: factOf(first, "rancher") !== null,
    registries: readFileFacts(second),
    lookAlikes: factsOf(second, "look-alike").slice(0, mostListed),
    missingPaths: factsOf(second, "missing"),
    freeBytes: free === null ? null : free * 1024,
    readOnly: factOf(second, "read-only") === "yes",
    serverCa: factOf(second, "server-ca"),
    ready: answer(factOf(second, "ready"), "yes", "no"),
    ...(members && { members }),
    containerd: answer(factOf(second, "containerd"), "answers", "silent"),
    pendingRestart: answer(factOf(second, "pending"), "yes", "no"),
    ...clockOf(first),
    ...(inspection.notCovered && { notCovered: inspection.notCovered }),
    ...(inspection.proxies && { proxies: inspection.proxies }),
    ...(certificates && { certificates }),
    ...readMachine(second, startedAt),
  };
}
