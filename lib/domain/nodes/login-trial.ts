import type { Named } from "@/lib/domain/named";
import type { Fault } from "@/lib/domain/pushes/outcomes";

/** How a login does on a node; `untried` is one that it was not sent to. */
export const loginAnswers = ["refused", "unreachable", "untried", "works"] as const;
export type LoginAnswer = (typeof loginAnswers)[number];

/** Why a login was not sent to a node: what its host key is, a password that another node refused, the time, or a change of the node. */
export const untriedReasons = ["host-key-unknown", "host-key-changed", "stopped", "time", "gone"] as const;
export type UntriedReason = (typeof untriedReasons)[number];

export type TriedNode = { node: Named; answer: LoginAnswer; why: Fault | UntriedReason | null };

/** The last time that a login was tried on the nodes it is meant for. */
export type LoginTrial = { at: string; byName: string; nodes: TriedNode[] };

/** Where a connection failed before the login, it says nothing about it. */
export function answerTo(fault: Fault): Omit<TriedNode, "node"> {
  if (fault === "login-refused") return { answer: "refused", why: null };
  if (fault === "host-key-unknown" || fault === "host-key-changed") return { answer: "untried", why: fault };
  return { answer: "unreachable", why: fault };
}

/** Nodes with one answer for one reason, told together. */
export type TriedGroup = Omit<TriedNode, "node"> & { nodes: Named[] };

/** The worst first. */
export function groupTrial({ nodes }: Pick<LoginTrial, "nodes">): TriedGroup[] {
  const groups = new Map<string, TriedGroup>();
  for (const { node, answer, why } of nodes) {
    const key = `${answer} ${why}`;
    groups.set(key, { answer, why, nodes: [...(groups.get(key)?.nodes ?? []), node] });
  }
  return [...groups.values()].sort(
    (one, other) => loginAnswers.indexOf(one.answer) - loginAnswers.indexOf(other.answer),
  );
}

/** How many nodes gave each answer. */
export const countAnswers = ({ nodes }: Pick<LoginTrial, "nodes">): Record<LoginAnswer, number> => {
  const counts = { refused: 0, unreachable: 0, untried: 0, works: 0 };
  for (const { answer } of nodes) counts[answer] += 1;
  return counts;
};

/** What a trial leaves open for the nodes that are meant now: which refused the login, and of how many nothing is known. */
export function doubtsOf(
  { nodes: tried }: Pick<LoginTrial, "nodes">,
  nodes: readonly Named[],
): { refused: string[]; unknown: number } {
  const answers = new Map(tried.map(({ node, answer }) => [node.id, answer]));
  const withAnswer = (answer: LoginAnswer) => nodes.filter(({ id }) => answers.get(id) === answer);
  const refused = withAnswer("refused").map(({ name }) => name);
  return { refused, unknown: nodes.length - refused.length - withAnswer("works").length };
}
