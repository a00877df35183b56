import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlug, slugFrom } from "@/lib/domain/credentials/slug";
import { slugSchema } from "@/lib/domain/registries/schema";
import { runs } from "@/tests/support/runs";

describe("slugs", () => {
  it("remind of the name they are made from", () => {
    expect(slugFrom("Harbor robot (prod)", "x")).toBe("harbor-robot-prod");
    expect(slugFrom("Crédit Ünion", "x")).toBe("credit-union");
    expect(slugFrom("harbor.corp:8443", "x")).toBe("harbor-corp-8443");
    expect(slugFrom("机器人", "credential")).toBe("credential");
    expect(slugFrom("a".repeat(100), "x")).toHaveLength(63);
  });

  it("are always usable, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 90 }), (name) => {
        expect(slugSchema.safeParse(slugFrom(name, "credential")).success).toBe(true);
      }),
      runs(100),
    );
  });

  it("count up when taken, within the longest length", () => {
    const taken = new Set(["robot", "robot-2"]);
    expect(freeSlug("robot", (slug) => taken.has(slug))).toBe("robot-3");
    expect(freeSlug("fresh", (slug) => taken.has(slug))).toBe("fresh");
    const long = `${"a".repeat(60)}-bc`;
    const free = freeSlug(long, (slug) => slug === long);
    expect(free).toBe(`${"a".repeat(60)}-2`);
    expect(slugSchema.safeParse(free).success).toBe(true);
  });
});
