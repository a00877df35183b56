import { expect, it } from "vitest";
import { filterNodes, nodeShows, readShow } from "@/lib/domain/pushes/node-filter";
import { outcomes } from "@/lib/domain/pushes/outcomes";

it("lists each node in one of the parts, in its order", () => {
  const nodes = [...outcomes, null].map((outcome, at) => ({ id: `n${at}`, outcome }));
  const parts = nodeShows.filter((show) => show !== "all").flatMap((show) => filterNodes(nodes, show));
  expect(parts.map(({ id }) => id).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
  expect(filterNodes(nodes, "failed").map(({ outcome }) => outcome)).toEqual(
    outcomes.filter((outcome) => ["failed", "rolled-back", "rollback-failed"].includes(outcome)),
  );
});

it("reads what an address asks for, and shows all where it asks for nothing there is", () => {
  expect([readShow("failed"), readShow("no such"), readShow(null)]).toEqual(["failed", "all", "all"]);
});
