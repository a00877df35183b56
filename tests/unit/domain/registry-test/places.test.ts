import { expect, it } from "vitest";
import { listPlaces, placeKey, type TestPlaces } from "@/lib/domain/registry-test/places";

const places: TestPlaces = {
  mayTest: true,
  nodes: [
    { id: "n10", name: "edge-10", groupId: "prod" },
    { id: "n2", name: "edge-2", groupId: "prod" },
    { id: "n1", name: "alone", groupId: null },
    { id: "n3", name: "lab-1", groupId: "lab" },
  ],
  groups: [
    { id: "lab", name: "lab", configurationId: "other" },
    { id: "prod", name: "prod", configurationId: "mine" },
  ],
};

it("offers this server, whole groups and nodes, those that use the configuration first", () => {
  const all = listPlaces(places, "mine");
  expect(all.map(placeKey)).toEqual(["server", "group:prod", "node:n2", "node:n10", "node:n1", "node:n3"]);
  expect(all[1]).toMatchObject({
    group: { id: "prod", name: "prod" },
    nodes: [
      { id: "n2", name: "edge-2" },
      { id: "n10", name: "edge-10" },
    ],
  });
});

it("offers them by name where no configuration is known", () => {
  expect(listPlaces(places, null).map(placeKey)).toEqual([
    "server",
    "group:prod",
    "node:n1",
    "node:n2",
    "node:n10",
    "node:n3",
  ]);
});

it("offers this server alone to those who may not use nodes", () => {
  expect(listPlaces({ mayTest: true, nodes: [], groups: [] }, "mine")).toEqual([{ kind: "server" }]);
});
