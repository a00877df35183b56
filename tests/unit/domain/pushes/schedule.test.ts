import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { decide as decideWith, type Limits, type ScheduledNode } from "@/lib/domain/pushes/schedule";
import { runs } from "@/tests/support/runs";

const limits: Limits = { width: 10, stopAfter: 1, canary: true, ramp: [], approval: "none" };
const undisturbed = { approvals: 0, paused: false };
const decide = (nodes: ScheduledNode[], chosen: Limits) => decideWith(nodes, chosen, undisturbed);
const node = (id: string, role: "server" | "agent" | null, state: ScheduledNode["state"] = "queued") => ({
  id,
  role,
  clusterId: "a",
  state,
});

describe("decide", () => {
  it("starts one canary and waits for it", () => {
    const nodes = [node("s1", "server"), node("a1", "agent"), node("a2", "agent")];
    expect(decide(nodes, limits)).toEqual({ kind: "start", ids: ["a1"] });
    expect(decide([node("a1", "agent", "running"), node("a2", "agent")], limits)).toEqual({ kind: "wait" });
  });

  it("starts agents up to the width once the canary ended well", () => {
    const agents = Array.from({ length: 12 }, (_, index) => node(`a${index}`, "agent"));
    const nodes = [node("c", "agent", "changed"), ...agents];
    expect(decide(nodes, limits)).toEqual({ kind: "start", ids: agents.slice(0, 10).map(({ id }) => id) });
  });

  it("lets servers wait for the agents and then go one at a time per cluster", () => {
    const servers = [node("s1", "server"), node("s2", "server"), { ...node("s3", "server"), clusterId: "b" }];
    expect(decide([node("a1", "agent", "running"), ...servers], { ...limits, canary: false })).toEqual({
      kind: "wait",
    });
    expect(decide([node("a1", "agent", "changed"), ...servers], limits)).toEqual({
      kind: "start",
      ids: ["s1", "s3"],
    });
  });

  it("treats an unknown role as a server and unknown clusters as one cluster", () => {
    const unknown = ["x", "y"].map((id) => ({ ...node(id, null), clusterId: null }));
    expect(decide([node("a", "agent", "unchanged"), ...unknown], limits)).toEqual({
      kind: "start",
      ids: ["x"],
    });
  });

  it("stops after the allowed number of failures, once the running ones have ended", () => {
    const nodes = [node("a1", "agent", "rolled-back"), node("a2", "agent", "running"), node("a3", "agent")];
    expect(decide(nodes, limits)).toEqual({ kind: "wait" });
    expect(
      decide(
        [nodes[0], nodes[2]].flatMap((one) => one ?? []),
        limits,
      ),
    ).toEqual({
      kind: "stop",
      reason: "stopped-after-failures",
    });
    expect(decide(nodes, { ...limits, stopAfter: 2, canary: false })).toEqual({ kind: "start", ids: ["a3"] });
  });

  it("tries the next node as canary when the first one failed and failures are allowed", () => {
    const nodes = [node("a1", "agent", "failed"), node("a2", "agent"), node("a3", "agent")];
    expect(decide(nodes, { ...limits, stopAfter: 0 })).toEqual({ kind: "start", ids: ["a2"] });
  });

  it("never runs two servers of a cluster together and always ends, whatever the outcomes", () => {
    const arbitraryNode = fc.record({
      role: fc.constantFrom("server" as const, "agent" as const, null),
      clusterId: fc.constantFrom("a", "b", null),
      ends: fc.constantFrom<Outcome>("changed", "unchanged", "failed", "rolled-back", "not-reached"),
      steps: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(arbitraryNode, { maxLength: 25 }),
        fc.boolean(),
        fc.record({
          stopAfter: fc.integer({ min: 0, max: 3 }),
          ramp: fc.array(fc.constantFrom("1", "2", "25%", "100%"), { maxLength: 3 }),
          approval: fc.constantFrom("none" as const, "canary" as const, "batch" as const),
        }),
        (plan, canary, rest) => {
          const nodes: ScheduledNode[] = plan.map(({ role, clusterId }, index) => ({
            id: String(index),
            role,
            clusterId,
            state: "queued",
          }));
          const left = plan.map(({ steps }) => steps);
          const course = { approvals: 0, paused: false };
          for (let turn = 0; turn < 500; turn += 1) {
            const decision = decideWith(nodes, { width: 3, canary, ...rest }, course);
            if (decision.kind === "hold") {
              expect(nodes.some(({ state }) => state === "running")).toBe(false);
              course.approvals += 1;
            }
            if (decision.kind === "end" || decision.kind === "stop") return;
            if (decision.kind === "start")
              for (const id of decision.ids) Object.assign(nodes[Number(id)] ?? {}, { state: "running" });
            const servers = nodes
              .filter(({ state, role }) => state === "running" && role !== "agent")
              .map(({ clusterId }) => clusterId ?? "unknown");
            expect(new Set(servers).size).toBe(servers.length);
            expect(nodes.filter(({ state }) => state === "running").length).toBeLessThanOrEqual(3);
            nodes.forEach((one, index) => {
              if (one.state !== "running") return;
              left[index] = (left[index] ?? 0) - 1;
              if ((left[index] ?? 0) <= 0) one.state = plan[index]?.ends ?? "failed";
            });
          }
          expect.unreachable("the push never ended");
        },
      ),
      runs(100),
    );
  });

  it("starts a batch when the one before has ended, and the last size repeats", () => {
    const batches = { ...limits, canary: false, stopAfter: 0, ramp: ["1", "2"], width: 50 };
    const states: ScheduledNode["state"][] = ["changed", "queued", "queued", "queued", "queued"];
    const at = (list: ScheduledNode["state"][]) =>
      list.map((state, index) => node(`a${index}`, "agent", state));
    expect(decide(at(states), batches)).toEqual({ kind: "start", ids: ["a1", "a2"] });
    expect(decide(at(["changed", "changed", "running", "queued", "queued"]), batches)).toEqual({
      kind: "wait",
    });
    expect(decide(at(["changed", "changed", "failed", "queued", "queued"]), batches)).toEqual({
      kind: "start",
      ids: ["a3", "a4"],
    });
  });

  it("leaves who was left out from the start out of the batches", () => {
    const nodes = [node("x", "agent", "skipped"), node("a", "agent"), node("b", "agent")];
    expect(decide(nodes, { ...limits, canary: false, ramp: ["1"] })).toEqual({ kind: "start", ids: ["a"] });
  });

  it("waits for a person after the canary, and only there", () => {
    const approving = { ...limits, approval: "canary" as const };
    const nodes = [node("a", "agent", "changed"), node("b", "agent"), node("s", "server")];
    expect(decideWith(nodes, approving, undisturbed)).toEqual({ kind: "hold", reason: "approval" });
    const agreed = { approvals: 1, paused: false };
    expect(decideWith(nodes, approving, agreed)).toEqual({ kind: "start", ids: ["b"] });
    const later = [node("a", "agent", "changed"), node("b", "agent", "changed"), node("s", "server")];
    expect(decideWith(later, approving, agreed)).toEqual({ kind: "start", ids: ["s"] });
    expect(decideWith(later, { ...approving, approval: "batch" }, agreed)).toEqual({
      kind: "hold",
      reason: "approval",
    });
  });

  it("starts nothing while it is paused, and cuts off nothing that runs", () => {
    const paused = { approvals: 0, paused: true };
    const nodes = [node("a", "agent", "running"), node("b", "agent")];
    expect(decideWith(nodes, limits, paused)).toEqual({ kind: "wait" });
    expect(decideWith([node("a", "agent", "changed"), node("b", "agent")], limits, paused)).toEqual({
      kind: "hold",
      reason: "paused",
    });
    expect(decideWith([node("a", "agent", "changed")], limits, paused)).toEqual({ kind: "end" });
  });
});
