import { describe, expect, it } from "vitest";
import { filterUrl, hasWords, matchesFilter, readFilter } from "@/components/nodes/node-filter";
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
  cluster: null,
  hostKey: null,
  check: null,
};
const all = { q: "", group: "", state: "" };

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

  it("stands in the address and is read back from it", () => {
    const filter = { q: "a b&c=机", group: "g1", state: "" };
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
