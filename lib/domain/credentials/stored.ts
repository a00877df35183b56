import { byName, type Named } from "@/lib/domain/named";

/** One version of something stored, without its value. */
export type StoredVersion = { number: number; createdAt: string; createdByName: string };

/** One place in a configuration that takes a value from the store. */
export type StoredUse = {
  configuration: Named;
  revision: number;
  /** Of the configuration's newest revision; another one counts while groups hold it. */
  isNewest: boolean;
  /** Groups whose nodes shall hold this revision. */
  groups: Named[];
  section: "configs" | "auths";
  host: string;
  fields: string[];
};

/** A node that holds some version, as far as the last push that reached it told. */
export type Holding = {
  node: Named;
  group: Named | null;
  version: number;
  push: { id: string; number: number };
  at: string;
};

/** The last time a value left the store, and what for. */
export type LastUse =
  | { at: string; for: "push"; push: { id: string; number: number } }
  | { at: string; for: "export" | "registry-test" };

/** Where something stored is used and held. */
export type StoredUsage = { uses: StoredUse[]; holdings: Holding[]; lastUse: LastUse | null };

/** Nodes of one group, or of none, that hold the same version. */
export type HoldingLine = { group: Named | null; version: number; nodes: Named[]; last: Holding };

/** Holdings by group and version: groups by name, nodes without one last, the newest version first. */
export function holdingLines(holdings: readonly Holding[]): HoldingLine[] {
  const lines = new Map<string, HoldingLine>();
  for (const holding of holdings) {
    const { group, version, node, at } = holding;
    const key = JSON.stringify([group?.id ?? null, version]);
    const line = lines.get(key) ?? { group, version, nodes: [], last: holding };
    line.nodes.push(node);
    if (at > line.last.at) line.last = holding;
    lines.set(key, line);
  }
  return [...lines.values()].sort(byGroup);
}

const byGroup = (one: HoldingLine, other: HoldingLine) => {
  if (!one.group || !other.group) return Number(one.group === null) - Number(other.group === null);
  return byName(one.group, other.group) || other.version - one.version;
};

/** Nodes that hold another version than the newest are out of date. */
export const outOfDateLines = (holdings: readonly Holding[], newest: number): HoldingLine[] =>
  holdingLines(holdings.filter(({ version }) => version !== newest));

/** The key that the file has for a use, from the top, as the editor opens it. */
export const placeOfUse = ({ section, host }: Pick<StoredUse, "section" | "host">) => [section, host];
