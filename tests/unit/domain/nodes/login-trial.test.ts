import { expect, it } from "vitest";
import { answerTo, countAnswers, doubtsOf, groupTrial, type TriedNode } from "@/lib/domain/nodes/login-trial";

const tried = (name: string, answer: Omit<TriedNode, "node">): TriedNode => ({
  node: { id: name, name },
  ...answer,
});
const works = { answer: "works", why: null } as const;
const nodes = [
  tried("a", works),
  tried("b", answerTo("connection-refused")),
  tried("c", answerTo("login-refused")),
  tried("d", answerTo("host-key-unknown")),
  tried("e", works),
  tried("f", answerTo("unreachable")),
];

it("holds against a login only that it was refused", () => {
  expect(answerTo("login-refused")).toEqual({ answer: "refused", why: null });
  expect(answerTo("host-key-changed")).toEqual({ answer: "untried", why: "host-key-changed" });
  expect(answerTo("jump-failed")).toEqual({ answer: "unreachable", why: "jump-failed" });
});

it("tells nodes with one answer together, the worst first", () => {
  expect(groupTrial({ nodes }).map((group) => [group.answer, group.nodes.map(({ name }) => name)])).toEqual([
    ["refused", ["c"]],
    ["unreachable", ["b"]],
    ["unreachable", ["f"]],
    ["untried", ["d"]],
    ["works", ["a", "e"]],
  ]);
  expect(countAnswers({ nodes })).toEqual({ refused: 1, unreachable: 2, untried: 1, works: 2 });
});

it("asks about the nodes that are meant now", () => {
  const named = (name: string) => ({ id: name, name });
  expect(doubtsOf({ nodes }, ["a", "e"].map(named))).toEqual({ refused: [], unknown: 0 });
  expect(doubtsOf({ nodes }, ["a", "b", "c", "d", "new"].map(named))).toEqual({ refused: ["c"], unknown: 3 });
});
