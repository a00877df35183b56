import { describe, expect, it } from "vitest";
import { type Holding, holdingLines, outOfDateLines, placeOfUse } from "@/lib/domain/credentials/stored";

const holding = (name: string, group: string | null, version: number): Holding => ({
  node: { id: name, name },
  group: group === null ? null : { id: group, name: group },
  version,
  push: { id: `push-${version}`, number: version },
  at: `2026-11-0${version}T10:00:00Z`,
});

describe("nodes that hold versions", () => {
  const holdings = [
    holding("edge-1", "edge", 1),
    holding("loose", null, 2),
    holding("edge-2", "edge", 2),
    holding("edge-3", "edge", 2),
    holding("core-1", "core", 3),
  ];

  it("stand by group, then newest version first, those without a group last", () => {
    const lines = holdingLines(holdings).map(({ group, version, nodes }) => [
      group?.name ?? null,
      version,
      nodes.map(({ name }) => name),
    ]);
    expect(lines).toEqual([
      ["core", 3, ["core-1"]],
      ["edge", 2, ["edge-2", "edge-3"]],
      ["edge", 1, ["edge-1"]],
      [null, 2, ["loose"]],
    ]);
  });

  it("are out of date unless they hold the newest", () => {
    expect(outOfDateLines(holdings, 3).flatMap(({ nodes }) => nodes)).toHaveLength(4);
    expect(outOfDateLines([], 3)).toEqual([]);
  });
});

it("names the place of a use as the editor opens it", () => {
  expect(placeOfUse({ section: "configs", host: "harbor.corp:8443" })).toEqual([
    "configs",
    "harbor.corp:8443",
  ]);
});
