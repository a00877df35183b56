import { describe, expect, it } from "vitest";
import { countStates, toCards } from "@/lib/domain/drift/cards";
import type { DriftNode } from "@/lib/domain/drift/views";

const group = { id: "g", name: "prod" };
const wanted = { id: "r", number: 8, configuration: { id: "c", name: "harbor" } };

const node = (name: string, more: Partial<DriftNode> = {}): DriftNode => ({
  id: name,
  name,
  group,
  wanted,
  state: "drifted",
  checkedAt: null,
  since: null,
  fault: null,
  file: null,
  difference: "same",
  snooze: null,
  ...more,
});

const names = (nodes: DriftNode[]) => toCards(nodes).map((card) => card.nodes.map(({ name }) => name));

describe("cards", () => {
  it("hold the nodes of one difference, sorted as people count", () => {
    expect(names([node("edge-10"), node("edge-2"), node("edge-3", { difference: "other" })])).toEqual([
      ["edge-2", "edge-10"],
      ["edge-3"],
    ]);
  });

  it("keep groups apart, as each is pushed to by itself", () => {
    expect(names([node("a"), node("b", { group: { id: "h", name: "lab" } })])).toHaveLength(2);
  });

  it("stand by gravity, and what is snoozed stands last", () => {
    const snooze = { until: "2026-02-01T00:00:00.000Z", reason: "move", byName: "mei" };
    const states = toCards([
      node("late", { snooze }),
      node("ok", { state: "in-sync", difference: null }),
      node("away", { state: "unreachable", difference: null }),
      node("new", { state: "identity-changed", difference: null }),
      node("other"),
    ]).map(({ nodes }) => nodes[0]?.name);
    expect(states).toEqual(["new", "other", "away", "ok", "late"]);
  });

  it("count every node once", () => {
    const counts = countStates([node("a"), node("b"), node("c", { state: "in-sync" })]);
    expect(counts).toMatchObject({ drifted: 2, "in-sync": 1, "not-checked": 0 });
  });
});
