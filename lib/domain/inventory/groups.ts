import type { InventoryRow } from "./inventory";

export type InventoryGroup = { name: string; count: number };

/** The groups of an inventory in the order they appear, and how many of its machines each holds. */
export function groupsOf(rows: readonly InventoryRow[]): InventoryGroup[] {
  const counts = new Map<string, number>();
  for (const { groups } of rows) for (const name of groups) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/**
 * Groups that no machine has two of, those first that are most particular: what a person most likely means, since a
 * node is in at most one group here.
 */
export function suggestGroups(rows: readonly InventoryRow[]): Set<string> {
  const chosen = new Set(rows.flatMap(({ groups }) => groups.slice(0, 1)));
  for (const { groups } of rows) {
    const [, ...more] = groups.filter((name) => chosen.has(name));
    for (const name of more) chosen.delete(name);
  }
  return chosen;
}

/** The one chosen group of a machine; `several` when a person has to decide between them. */
export function groupOf(row: Pick<InventoryRow, "groups">, chosen: ReadonlySet<string>) {
  const wanted = row.groups.filter((name) => chosen.has(name));
  return { group: wanted[0] ?? null, several: wanted.length > 1 ? wanted : [] };
}
