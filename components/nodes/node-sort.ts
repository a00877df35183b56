import { byName } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { addressOf, nodeStates, stateOf } from "./node-state";

export const sortKeys = ["name", "state", "address", "software", "group", "cluster", "seen"] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; descending: boolean };

/** What each column is sorted by; an empty text stands last in either direction. */
const texts: Record<SortKey, (node: NodeView) => string> = {
  name: ({ name }) => name,
  state: (node) => String(nodeStates.indexOf(stateOf(node))),
  address: (node) => addressOf(node),
  software: ({ check }) => {
    const facts = check?.facts;
    if (!facts?.distribution) return "";
    return `${facts.distribution} ${facts.role ?? ""} ${facts.runningVersion ?? facts.installedVersion ?? ""}`;
  },
  group: ({ group }) => group?.name ?? "",
  cluster: ({ cluster }) => cluster?.name ?? "",
  seen: ({ check }) => check?.seenAt ?? "",
};

export function readSort(text: string): Sort {
  const key = sortKeys.find((known) => known === text.replace(/^-/, ""));
  return { key: key ?? "name", descending: key !== undefined && text.startsWith("-") };
}

/** The same column again turns the order round. By name, the usual order, stands in no address. */
export function nextSort(current: string, key: SortKey): string {
  const { key: last, descending } = readSort(current);
  if (last === key && !descending) return `-${key}`;
  return key === "name" ? "" : key;
}

/** A new list in the order that is asked for; equal nodes stand by name, edge-2 before edge-10. */
export function sortNodes(nodes: readonly NodeView[], text: string): NodeView[] {
  const { key, descending } = readSort(text);
  const keyed = nodes.map((node) => ({ node, name: texts[key](node) }));
  keyed.sort((left, right) => {
    if ((left.name === "") !== (right.name === "")) return left.name === "" ? 1 : -1;
    return (descending ? byName(right, left) : byName(left, right)) || byName(left.node, right.node);
  });
  return keyed.map(({ node }) => node);
}
