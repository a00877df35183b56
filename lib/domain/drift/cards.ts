import { byName } from "@/lib/domain/named";
import { type DriftState, driftStates } from "./states";
import type { DriftCard, DriftNode } from "./views";

const rank = (state: DriftState) => driftStates.indexOf(state);

/** Of a card all nodes get one answer, so what is snoozed is apart from what is not. */
const keyOf = ({ group, wanted, state, difference, snooze }: DriftNode) =>
  JSON.stringify([state, group?.id, wanted?.id, difference, snooze && [snooze.until, snooze.reason]]);

/** Equal drift on several nodes is one card; the gravest stand first, and what is snoozed last. */
export function toCards(nodes: readonly DriftNode[]): DriftCard[] {
  const cards = new Map<string, DriftNode[]>();
  for (const node of nodes) cards.set(keyOf(node), [...(cards.get(keyOf(node)) ?? []), node]);
  return [...cards]
    .flatMap(([key, members]) => {
      const [first] = members;
      if (first === undefined) return [];
      const { state, difference } = first;
      return [{ key, state, difference, nodes: members.sort(byName) }];
    })
    .sort(
      (one, other) =>
        Number(isSnoozed(one)) - Number(isSnoozed(other)) ||
        rank(one.state) - rank(other.state) ||
        other.nodes.length - one.nodes.length ||
        byName(one.nodes[0] ?? { name: "" }, other.nodes[0] ?? { name: "" }),
    );
}

export const isSnoozed = ({ nodes }: Pick<DriftCard, "nodes">): boolean => nodes[0]?.snooze != null;

/** How many nodes are in each state. A snoozed difference still counts as one: it is there. */
export function countStates(nodes: readonly Pick<DriftNode, "state">[]): Record<DriftState, number> {
  const counts = Object.fromEntries(driftStates.map((state) => [state, 0])) as Record<DriftState, number>;
  for (const { state } of nodes) counts[state] += 1;
  return counts;
}
