import { type DriftState, driftStates } from "@/lib/domain/drift/states";
import type { DriftNode } from "@/lib/domain/drift/views";

/** What the address of the page leaves in; undefined leaves all. */
export type DriftFilter = {
  state?: DriftState | undefined;
  group?: string | undefined;
  node?: string | undefined;
};

const only = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export function readDriftFilter(query: Record<string, string | string[] | undefined>): DriftFilter {
  const state = driftStates.find((each) => each === query["state"]);
  return { state, group: only(query["group"]), node: only(query["node"]) };
}

export const isFiltered = (filter: DriftFilter) => Object.values(filter).some((each) => each !== undefined);

export const applyFilter = (nodes: readonly DriftNode[], { state, group, node }: DriftFilter): DriftNode[] =>
  nodes.filter(
    (each) =>
      (state === undefined || each.state === state) &&
      (group === undefined || each.group?.id === group) &&
      (node === undefined || each.id === node),
  );
