import { describe, expect, it } from "vitest";
import { placeFindings } from "@/components/configurations/editor/findings/place-findings";
import { bracketRoom } from "@/components/configurations/editor/rewrite-bracket";
import { bracketPieces, readOverlaps } from "@/components/configurations/editor/rewrite-overlaps";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { newMirror, toForm } from "@/lib/domain/registries/form";
import { lint } from "@/lib/domain/registries/lint/lint";

const text = `mirrors:
  "docker.io":
    endpoint:
      - "https://harbor.corp"
    rewrite:
      "^library/(.*)$": "hub/$1"
      "^quay/(.*)$": "quay-proxy/$1"
      "nginx$": "web"
`;
const rules = ["^library/(.*)$", "^quay/(.*)$", "nginx$"].map((pattern) => ({
  pattern,
  replacement: "",
  note: "",
}));
const form = {
  ...toForm(emptyDefinition),
  mirrors: [{ ...newMirror("docker.io", ["https://harbor.corp"]), rewrites: rules }],
};
const overlap = (first: number, second: number) => ({ first, second, example: "a" });

describe("rules that match the same name", () => {
  const found = placeFindings(lint(text), form, new Map()).all;

  it("are told by their rows, with a name both match", () => {
    const overlaps = readOverlaps(found, rules);
    expect(overlaps).toContainEqual({
      first: 0,
      second: 2,
      example: expect.stringMatching(/^library\/.*nginx$/),
    });
  });

  it("are no longer told when one of them was changed", () => {
    const edited = rules.map((rule, at) => (at === 2 ? { ...rule, pattern: "nginx2$" } : rule));
    expect(readOverlaps(found, edited).filter(({ second }) => second === 2)).toEqual([]);
  });
});

describe("the brackets that join their rows", () => {
  it("go from the first row through those between to the second", () => {
    expect([...bracketPieces([overlap(0, 2)])]).toEqual([
      [0, [{ lane: 0, part: "start" }]],
      [1, [{ lane: 0, part: "middle" }]],
      [2, [{ lane: 0, part: "end" }]],
    ]);
  });

  it("stand beside each other where they would touch, and at most three do", () => {
    const pieces = bracketPieces([overlap(0, 1), overlap(1, 2), overlap(0, 3), overlap(0, 4), overlap(3, 4)]);
    expect(pieces.get(1)).toEqual([
      { lane: 0, part: "end" },
      { lane: 1, part: "middle" },
      { lane: 2, part: "middle" },
    ]);
    expect(pieces.get(3)).toEqual([
      { lane: 1, part: "end" },
      { lane: 2, part: "middle" },
      { lane: 0, part: "start" },
    ]);
    expect(bracketRoom(pieces)).toBeGreaterThan(bracketRoom(bracketPieces([overlap(0, 1)])));
    expect(bracketRoom(new Map())).toBe(0);
  });
});
