import { describe, expect, it } from "vitest";
import { defaultPushOptions, pushOptionsSchema } from "@/lib/domain/pushes/options";
import { batchSizes, rampSchema, readRamp } from "@/lib/domain/pushes/ramp";
import { isAllAtOnce, isNameTyped, optionsOf, strategies, strategyOf } from "@/lib/domain/pushes/strategy";

describe("a ramp", () => {
  it.each<[string, string[]]>([
    ["1, 5, 25%", ["1", "5", "25%"]],
    ["1，5、２５％", ["1", "5", "25%"]],
    ["  10  ", ["10"]],
    ["", []],
  ])("is read from %j", (text, steps) => {
    expect(readRamp(text)).toEqual(steps);
    expect(rampSchema.safeParse(steps).success).toBe(true);
  });

  it.each(["0", "-1", "1.5", "101%", "0%", "a", "1;rm"])("refuses the step %j", (step) => {
    expect(rampSchema.safeParse([step]).success).toBe(false);
  });

  it.each<[string[], number, number[]]>([
    [["1", "5", "25%"], 12, [1, 5, 3, 3]],
    [["1", "20%"], 6, [1, 1, 1, 1, 1, 1]],
    [["50%"], 5, [2, 2, 1]],
    [["100%"], 7, [7]],
    [["5"], 3, [3]],
    [["5"], 0, []],
    [[], 9, []],
  ])("%j of %i nodes makes %j", (ramp, total, sizes) => {
    expect(batchSizes(ramp, total)).toEqual(sizes);
  });
});

describe("a strategy", () => {
  it.each(strategies)("%s is known again by its options", (strategy) => {
    const options = { ...defaultPushOptions, ...optionsOf(strategy, 1) };
    expect(pushOptionsSchema.safeParse(options).success).toBe(true);
    expect(strategyOf(options)).toBe(strategy);
  });

  it("is all at once when nothing goes before the rest, however many may start", () => {
    const none = { canary: false, ramp: [] };
    expect(strategies.filter((each) => isAllAtOnce(optionsOf(each, 10)))).toEqual(["wide"]);
    expect(isAllAtOnce({ ...none, width: 2 })).toBe(true);
    expect(isAllAtOnce({ ...none, width: 1 })).toBe(false);
    expect(isAllAtOnce(defaultPushOptions)).toBe(false);
  });

  it.each([
    ["prod", true],
    [" prod ", true],
    ["Prod", false],
    ["pro", false],
    ["", false],
  ])("takes %j for the typed name of prod: %j", (typed, isTyped) => {
    expect(isNameTyped(typed, "prod")).toBe(isTyped);
  });

  it("knows a name whose letters are made up of two", () => {
    expect(isNameTyped("Zu\u0308rich", "Z\u00fcrich")).toBe(true);
  });
});
