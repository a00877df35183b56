import { describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { toRollback } from "@/lib/domain/pushes/rollback";
import type { PushNodeView } from "@/lib/domain/pushes/views";

const node = (name: string, outcome: Outcome | null, nodeId: string | null = name): PushNodeView => ({
  id: `row-${name}`,
  nodeId,
  name,
  address: "192.0.2.1:22",
  role: "agent",
  phase: "done",
  outcome,
  fault: null,
  evidence: {},
  startedAt: null,
  finishedAt: null,
  handled: null,
});
const push = (nodes: PushNodeView[], finishedAt: string | null = "2026-01-01T00:00:00.000Z") => ({
  id: "p",
  number: 142,
  finishedAt,
  nodes,
});

describe("what taking a push back begins with", () => {
  it("is what it changed, and nothing that it left as it was", () => {
    const nodes = [
      node("a", "changed"),
      node("b", "unchanged"),
      node("c", "written"),
      node("d", "rolled-back"),
      node("e", "failed"),
      node("gone", "changed", null),
    ];
    expect(toRollback(push(nodes))).toEqual({
      push: { id: "p", number: 142 },
      nodeIds: ["a", "c"],
      single: false,
    });
  });

  it("is the one node that was asked for", () => {
    const nodes = [node("a", "changed"), node("b", "changed")];
    expect(toRollback(push(nodes), "b")).toMatchObject({ nodeIds: ["b"], single: true });
    expect(toRollback(push(nodes), "elsewhere")).toBeNull();
  });

  it("is nothing while it runs, or when it changed nothing", () => {
    expect(toRollback(push([node("a", "changed")], null))).toBeNull();
    expect(toRollback(push([node("a", "unchanged")]))).toBeNull();
  });
});
