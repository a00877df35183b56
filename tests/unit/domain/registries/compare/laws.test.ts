import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDefinitions } from "@/lib/domain/registries/compare/compare";
import { matchByKey, movedOf } from "@/lib/domain/registries/compare/lists";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { runs } from "@/tests/support/runs";
import { definition } from "../arbitraries";
import { longestKept } from "./longest-kept";

/** Two definitions that share most of what they hold, as two revisions do. */
const relatives = fc.tuple(definition, definition, fc.nat(30)).map(([one, other, choice]) => {
  const take = <Key extends keyof Definition>(key: Key, bit: number) =>
    choice & bit ? other[key] : one[key];
  const mixed: Definition = {
    ...one,
    note: take("note", 1),
    mirrors: choice & 2 ? (one.mirrors?.toReversed() ?? null) : take("mirrors", 4),
    registryHosts:
      one.registryHosts?.map((host, at) => (at === choice % 4 ? { ...host, auth: null } : host)) ?? null,
    auths: take("auths", 8),
    extras: choice & 16 ? one.extras.toReversed() : one.extras,
  };
  return [one, mixed] as const;
});
const pairs = fc.oneof(relatives, fc.tuple(definition, definition));

describe("comparing", () => {
  it("finds nothing in a copy of the same definition", () => {
    fc.assert(
      fc.property(definition, (each) => {
        expect(compareDefinitions(each, structuredClone(each))).toEqual([]);
      }),
      runs(100),
    );
  });

  it("finds something exactly when the definitions differ, and whenever their files do", () => {
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const found = compareDefinitions(one, other).length > 0;
        expect(found).toBe(JSON.stringify(one) !== JSON.stringify(other));
        if (render(one) !== render(other)) expect(found).toBe(true);
      }),
      runs(500),
    );
  });

  it("tells no value of a login but the user name, and no value of an unknown key", () => {
    let planted = 0;
    const plant = (key: string, value: unknown): unknown =>
      key === "text" && typeof value === "string" ? `planted-${++planted}` : value;
    const withSecrets = ({ registryHosts, auths, extras, ...rest }: Definition): Definition => ({
      ...rest,
      ...JSON.parse(JSON.stringify({ registryHosts, auths, extras }, plant)),
    });
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        const told = compareDefinitions(withSecrets(one), withSecrets(other)).filter(
          ({ code, params }) => code !== "username-changed" && !("kind" in params && params.kind === "shown"),
        );
        expect(JSON.stringify(told)).not.toContain("planted-");
      }),
      runs(100),
    );
  });
});

describe("matching lists", () => {
  const keys = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 8 });

  it("accounts for every entry once", () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const { kept, removed, added } = matchByKey(before, after);
        expect([...kept.map(([from]) => from), ...removed].toSorted()).toEqual([...before.keys()]);
        expect([...kept.map(([, to]) => to), ...added].toSorted()).toEqual([...after.keys()]);
        for (const [from, to] of kept) expect(before[from]).toBe(after[to]);
      }),
      runs(100),
    );
  });

  it("moves as few as possible", () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const { kept } = matchByKey(before, after);
        const origins = kept.map(([from]) => from);
        expect(kept.length - movedOf(kept).length).toBe(longestKept(origins));
      }),
      runs(100),
    );
  });
});
