import { byName, type Named } from "@/lib/domain/named";

/** From where a person may test; without the right to use nodes there are none. */
export type TestPlaces = {
  mayTest: boolean;
  nodes: readonly (Named & { groupId: string | null })[];
  groups: readonly (Named & { configurationId: string | null })[];
};

/** This server, one node, or all nodes of a group. */
export type TestPlace =
  | { kind: "server" }
  | { kind: "node"; node: Named }
  | { kind: "group"; group: Named; nodes: readonly Named[] };

export function placeKey(place: TestPlace): string {
  if (place.kind === "server") return "server";
  return place.kind === "node" ? `node:${place.node.id}` : `group:${place.group.id}`;
}

const first = (isFirst: (item: Named) => boolean) => (one: Named, other: Named) =>
  Number(isFirst(other)) - Number(isFirst(one)) || byName(one, other);

/** What can be chosen: this server, then whole groups, then nodes; first those that use the configuration. */
export function listPlaces({ nodes, groups }: TestPlaces, configurationId: string | null): TestPlace[] {
  const using = new Set(
    groups
      .filter((group) => configurationId !== null && group.configurationId === configurationId)
      .map(({ id }) => id),
  );
  const sortedNodes = [...nodes].sort(
    first(({ id }) => using.has(nodes.find((node) => node.id === id)?.groupId ?? "")),
  );
  const sortedGroups = [...groups].sort(first(({ id }) => using.has(id)));
  const whole = sortedGroups.map(({ id, name }) => ({
    kind: "group" as const,
    group: { id, name },
    nodes: sortedNodes.filter(({ groupId }) => groupId === id).map(named),
  }));
  return [
    { kind: "server" },
    ...whole.filter((place) => place.nodes.length > 1),
    ...sortedNodes.map((node) => ({ kind: "node" as const, node: named(node) })),
  ];
}

const named = ({ id, name }: Named): Named => ({ id, name });
