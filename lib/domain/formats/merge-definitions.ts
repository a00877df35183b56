import type { Definition, Extra, LegacyAuth, Mirror, RegistryHost } from "@/lib/domain/registries/schema";
import { bothHosts, bothMirrors, isSaidAlike } from "./merge-entries";

export const choices = ["mine", "theirs", "both"] as const;
export type MergeChoice = (typeof choices)[number];
export type MergeSection = "mirrors" | "registryHosts" | "auths" | "extras";

/** An entry that both files have under one name, each with something else in it. */
export type MergeConflict = {
  id: string;
  section: MergeSection;
  name: string;
  /** `both` only where it makes sense: endpoints one after the other, or parts that do not contradict. */
  choices: readonly MergeChoice[];
};

export type Merged = {
  definition: Definition;
  conflicts: MergeConflict[];
  /** Names of entries that only the other file has. */
  added: { section: MergeSection; name: string }[];
  /** How many entries both have alike. */
  same: number;
};

type Decisions = ReadonlyMap<string, MergeChoice>;

/** How entries of one kind are named, compared and put together. */
type Kind<Entry> = {
  section: MergeSection;
  nameOf: (entry: Entry) => string;
  both: (mine: Entry, theirs: Entry) => Entry | null;
};

const mirrorKind: Kind<Mirror> = { section: "mirrors", nameOf: ({ name }) => name, both: bothMirrors };
const hostKind: Kind<RegistryHost> = {
  section: "registryHosts",
  nameOf: ({ host }) => host,
  both: bothHosts,
};
const authKind: Kind<LegacyAuth> = { section: "auths", nameOf: ({ host }) => host, both: () => null };
const extraKind: Kind<Extra> = { section: "extras", nameOf: ({ key }) => key, both: () => null };

const conflictId = (section: MergeSection, name: string): string => `${section}/${name}`;

/**
 * Puts another file's entries into a definition. Order and comments of mine stay; what only theirs has follows. What
 * differs stays mine until it is decided, and each such entry is in `conflicts`.
 */
export function mergeDefinitions(
  mine: Definition,
  theirs: Definition,
  decisions: Decisions = new Map(),
): Merged {
  const report: Report = { decisions, conflicts: [], added: [], same: 0 };
  const definition: Definition = {
    note: joinNotes(mine.note, theirs.note),
    endNote: joinNotes(mine.endNote, theirs.endNote),
    mirrorsNote: joinNotes(mine.mirrorsNote, theirs.mirrorsNote),
    mirrors: mergeList(report, mirrorKind, [mine.mirrors, theirs.mirrors]),
    registryHostsNote: joinNotes(mine.registryHostsNote, theirs.registryHostsNote),
    registryHosts: mergeList(report, hostKind, [mine.registryHosts, theirs.registryHosts]),
    authsNote: joinNotes(mine.authsNote, theirs.authsNote),
    auths: mergeList(report, authKind, [mine.auths, theirs.auths]),
    extras: mergeList(report, extraKind, [mine.extras, theirs.extras]) ?? [],
  };
  const { conflicts, added, same } = report;
  return { definition, conflicts, added, same };
}

type Report = Omit<Merged, "definition"> & { decisions: Decisions };

function mergeList<Entry>(
  report: Report,
  kind: Kind<Entry>,
  [mine, theirs]: readonly [Entry[] | null, Entry[] | null],
): Entry[] | null {
  if (mine === null || theirs === null) {
    if (mine === null) for (const entry of theirs ?? []) addName(report, kind, entry);
    return mine ?? theirs;
  }
  const left = new Map(theirs.map((entry) => [kind.nameOf(entry), entry]));
  const merged = mine.map((entry) => {
    const other = left.get(kind.nameOf(entry));
    left.delete(kind.nameOf(entry));
    return other === undefined ? entry : mergeEntry(report, kind, [entry, other]);
  });
  for (const entry of left.values()) addName(report, kind, entry);
  return [...merged, ...left.values()];
}

const addName = <Entry>({ added }: Report, { section, nameOf }: Kind<Entry>, entry: Entry): void => {
  added.push({ section, name: nameOf(entry) });
};

function mergeEntry<Entry>(
  report: Report,
  { section, nameOf, both }: Kind<Entry>,
  [mine, theirs]: readonly [Entry, Entry],
): Entry {
  if (isSaidAlike(mine, theirs)) {
    report.same += 1;
    return mine;
  }
  const name = nameOf(mine);
  const id = conflictId(section, name);
  const joined = both(mine, theirs);
  report.conflicts.push({ id, section, name, choices: joined === null ? ["mine", "theirs"] : choices });
  const choice = report.decisions.get(id);
  if (choice === "theirs") return theirs;
  return choice === "both" && joined !== null ? joined : mine;
}

const longestNote = 8192;

/** Mine above theirs, unless they say the same or there is no room. */
function joinNotes(mine: string, theirs: string): string {
  if (theirs === "" || mine.includes(theirs)) return mine;
  const joined = mine === "" ? theirs : `${mine}\n\n${theirs}`;
  return joined.length > longestNote ? mine : joined;
}
