import { describe, expect, it } from "vitest";
import { filterUrl, hasWords, matchesFilter, noFilter, readFilter } from "@/components/nodes/node-filter";
import { nextSort, readSort, sortNodes } from "@/components/nodes/node-sort";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeView } from "@/lib/domain/nodes/views";

const node: NodeView = {
  id: "1",
  name: "Edge-10",
  host: "10.0.4.10",
  port: 22,
  username: "ops",
  note: "机房 A",
  hasSudoPassword: false,
  sshCredential: null,
  group: { id: "g1", name: "prod-edge" },
  jump: null,
  cluster: null,
  hostKey: null,
  check: null,
};
const all = noFilter;

describe("the filter of nodes", () => {
  it.each(["", "edge", "EDGE-10", "ｅｄｇｅ", "机房", "edge 10.0.4", "prod"])("finds the node by %j", (q) => {
    expect(matchesFilter(node, { ...all, q })).toBe(true);
  });

  it.each(["edge-2", "edge core"])("leaves it out for %j", (q) => {
    expect(matchesFilter(node, { ...all, q })).toBe(false);
  });

  it("tells groups, no group and states apart", () => {
    expect(matchesFilter(node, { ...all, group: "g1" })).toBe(true);
    expect(matchesFilter(node, { ...all, group: "none" })).toBe(false);
    expect(matchesFilter({ ...node, group: null }, { ...all, group: "none" })).toBe(true);
    expect(matchesFilter(node, { ...all, state: "notChecked" })).toBe(true);
    expect(matchesFilter(node, { ...all, state: "reachable" })).toBe(false);
  });

  it("tells roles apart, and those nobody has looked at", () => {
    const facts = { role: "agent" } as unknown as NodeFacts;
    const agent = { ...node, check: { checkedAt: "", seenAt: null, fault: null, facts } };
    expect(["server", "agent", "none", ""].map((role) => matchesFilter(agent, { ...all, role }))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(matchesFilter(node, { ...all, role: "none" })).toBe(true);
  });

  it("stands in the address and is read back from it", () => {
    const filter = { q: "a b&c=机", group: "g1", role: "agent", state: "", sort: "-seen" };
    const url = new URL(filterUrl(filter), "http://localhost");
    expect(readFilter(Object.fromEntries(url.searchParams))).toEqual(filter);
    expect(filterUrl(all)).toBe("/nodes");
  });

  it("takes the first of a parameter that is given twice", () => {
    expect(readFilter({ q: ["x", "y"] })).toEqual({ ...all, q: "x" });
  });

  it("wants every word somewhere", () => {
    expect(hasWords("one two", "two one")).toBe(true);
    expect(hasWords("one two", "two three")).toBe(false);
  });
});

describe("the order of nodes", () => {
  const named = (name: string, group: string | null) => ({
    ...node,
    name,
    group: group ? { id: group, name: group } : null,
  });
  const nodes = [named("edge-10", "b"), named("edge-2", null), named("Edge-1", "a"), named("srv-1", "a")];
  const order = (sort: string) => sortNodes(nodes, sort).map(({ name }) => name);

  it.each([
    ["", ["Edge-1", "edge-2", "edge-10", "srv-1"]],
    ["-name", ["srv-1", "edge-10", "edge-2", "Edge-1"]],
    ["group", ["Edge-1", "srv-1", "edge-10", "edge-2"]],
    ["-group", ["edge-10", "Edge-1", "srv-1", "edge-2"]],
    ["unheard-of", ["Edge-1", "edge-2", "edge-10", "srv-1"]],
    ["seen", ["Edge-1", "edge-2", "edge-10", "srv-1"]],
  ])("by %j", (sort, expected) => expect(order(sort)).toEqual(expected));

  it("is turned round by the same column again, and left by another", () => {
    expect([
      nextSort("", "name"),
      nextSort("-name", "name"),
      nextSort("", "seen"),
      nextSort("seen", "seen"),
    ]).toEqual(["-name", "", "seen", "-seen"]);
    expect(readSort("-seen")).toEqual({ key: "seen", descending: true });
    expect(readSort("-unheard-of")).toEqual({ key: "name", descending: false });
  });
});
