import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, type Limits, type ScheduledNode } from "@/lib/domain/pushes/schedule";
import { runs } from "@/tests/support/runs";

const limits: Limits = { width: 50, stopAfter: 1, canary: true, ramp: [], approval: "none" };

/** Servers, each of a cluster of its own. */
const lonely = (count: number): ScheduledNode[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    role: "server",
    clusterId: `cluster-${at}`,
    state: "queued",
  }));

type Course = { time: number; most: number; order: string[] };

/** Plays a push on a clock of its own: each node takes as long as `lasts` says, and what may start starts at once. */
function play(nodes: ScheduledNode[], chosen: Limits, lasts: (node: ScheduledNode) => number): Course {
  const ends = new Map<ScheduledNode, number>();
  const course: Course = { time: 0, most: 0, order: [] };
  for (;;) {
    const decision = decide(nodes, chosen, { approvals: 0, paused: false });
    if (decision.kind === "end") return course;
    if (decision.kind === "start") {
      for (const node of nodes.filter(({ id }) => decision.ids.includes(id))) {
        node.state = "running";
        course.order.push(node.id);
        ends.set(node, course.time + lasts(node));
      }
      course.most = Math.max(course.most, ends.size);
      continue;
    }
    expect(decision.kind).toBe("wait");
    course.time = Math.min(...ends.values());
    for (const [node, at] of ends) {
      if (at > course.time) continue;
      node.state = "changed";
      ends.delete(node);
    }
  }
}

describe("servers of many clusters", () => {
  it("300 of one each take six times one node, and one more for the first", () => {
    expect(play(lonely(300), limits, () => 1)).toMatchObject({ time: 7, most: 50 });
    expect(play(lonely(300), { ...limits, canary: false, ramp: ["100%"] }, () => 1)).toMatchObject({
      time: 6,
      most: 50,
    });
  });

  it("go strictly one after another with one at a time", () => {
    const { time, most, order } = play(lonely(20), { ...limits, width: 1 }, () => 1);
    expect({ time, most }).toEqual({ time: 20, most: 1 });
    expect(order).toEqual(lonely(20).map(({ id }) => id));
  });

  it("leave no place empty that another cluster could take", () => {
    const arbitrary = fc.record({
      clusters: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }),
      width: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ clusters, width }) => {
        const nodes = clusters.flatMap((size, cluster) =>
          Array.from({ length: size }, (_, at) => ({
            ...lonely(1)[0],
            id: `${cluster}-${at}`,
            role: "server" as const,
            clusterId: String(cluster),
            state: "queued" as const,
          })),
        );
        const { time, most } = play(nodes, { ...limits, width, canary: false }, () => 1);
        expect(most).toBeLessThanOrEqual(width);
        // Greedy scheduling of chains: never longer than the work shared out and the longest chain together.
        expect(time).toBeLessThanOrEqual(Math.ceil(nodes.length / width) + Math.max(...clusters));
        expect(time).toBeGreaterThanOrEqual(Math.max(Math.ceil(nodes.length / width), ...clusters));
      }),
      runs(200),
    );
  });
});
