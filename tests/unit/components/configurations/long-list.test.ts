import { describe, expect, it } from "vitest";
import { Changes } from "@/components/configurations/editor/document/changes";
import { withParts } from "@/components/configurations/editor/document/with-parts";
import { CardHeights } from "@/components/configurations/editor/long-list/card-heights";
import { segmentsOf, spanBetween } from "@/components/configurations/editor/long-list/segments";

describe("segmentsOf", () => {
  it("has a row for each drawn card and one gap for all between two of them", () => {
    expect(segmentsOf(7, (at) => at === 2 || at === 3 || at === 6)).toEqual([
      { kind: "gap", from: 0, to: 2 },
      { kind: "row", index: 2 },
      { kind: "row", index: 3 },
      { kind: "gap", from: 4, to: 6 },
      { kind: "row", index: 6 },
    ]);
    expect(segmentsOf(0, () => true)).toEqual([]);
  });
});

describe("spanBetween", () => {
  const boxes = [
    { kind: "row", index: 0, top: 0, bottom: 40 },
    { kind: "gap", from: 1, to: 11, top: 50, bottom: 550 },
    { kind: "row", index: 11, top: 560, bottom: 600 },
  ] as const;
  it.each([
    ["a row alone", [10, 20], { from: 0, to: 1 }],
    ["the part of a gap", [120, 190], { from: 2, to: 4 }],
    ["both and all between", [30, 565], { from: 0, to: 12 }],
    ["what is away below", [700, 900], null],
    ["what is away above", [-300, -100], null],
  ] as const)("finds %s", (_what, [top, bottom], span) =>
    expect(spanBetween(boxes, top, bottom)).toEqual(span),
  );
});

describe("CardHeights", () => {
  it("is as high as the cards were, and guesses what it never saw", () => {
    const heights = new CardHeights();
    heights.begin(600);
    expect(heights.of(["a", "b"])).toBe(46 + 8 + 46);
    heights.note("a", 50);
    heights.note("b", 70);
    expect(heights.of(["a", "b", "c"])).toBe(50 + 8 + 70 + 8 + 50);
    heights.begin(600);
    expect(heights.of(["b"])).toBe(70);
    heights.begin(300);
    expect(heights.of(["b"])).toBe(46);
  });
});

describe("Changes", () => {
  it("tells a place of its parts and of what it is a part of, and of nothing beside it", () => {
    const changes = new Changes();
    let told = 0;
    const stop = changes.subscribeAt("definition.mirrors.1", () => {
      told += 1;
    });
    changes.tell("definition.mirrors.1.name", true);
    changes.tell("definition.mirrors.1");
    changes.tell("definition.mirrors");
    expect(told).toBe(3);
    changes.tell("definition.mirrors.10.name");
    changes.tell("definition.mirrorsNote");
    changes.tell("definition.registryHosts");
    stop();
    changes.tell("definition.mirrors.1");
    expect(told).toBe(3);
  });
});

describe("withParts", () => {
  const last = {
    mirrors: [
      { name: "a", endpoints: [{ url: "x" }] },
      { name: "b", endpoints: [] },
    ],
    note: "",
  };
  it("takes what stands at the paths, as copies, and shares the rest", () => {
    const url = { url: "y" };
    const now: Record<string, unknown> = { "definition.mirrors.0.endpoints": [url] };
    const next = withParts(last, Object.keys(now), (path) => now[path]);
    expect(next.mirrors[0]).toEqual({ name: "a", endpoints: [{ url: "y" }] });
    expect(next.mirrors[0]?.endpoints[0]).not.toBe(url);
    expect(next.mirrors[1]).toBe(last.mirrors[1]);
    expect(last.mirrors[0]?.endpoints[0]?.url).toBe("x");
  });

  it("leaves out a place that is gone on either side", () => {
    const names: Record<string, unknown> = {
      "definition.mirrors.5.name": "z",
      "definition.mirrors.1.name": undefined,
    };
    expect(withParts(last, Object.keys(names), (path) => names[path])).toBe(last);
  });

  it("takes the whole where the whole was set", () => {
    const whole = { mirrors: [], note: "n" };
    expect(withParts<unknown>(last, ["definition"], () => whole)).toEqual(whole);
  });
});
