import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countChanges } from "@/lib/domain/registries/form-changes";
import { replayChanges } from "@/lib/domain/registries/replay/replay";
import type { Definition, Mirror } from "@/lib/domain/registries/schema";
import { define, mirror } from "@/tests/support/definitions";
import { runs } from "@/tests/support/runs";
import { definition } from "../arbitraries";

const mine = () => "mine" as const;
const theirs = () => "theirs" as const;

describe("with any definitions, a replay", () => {
  it("onto what mine began from gives mine, and of no change of mine gives theirs", () => {
    fc.assert(
      fc.property(definition, definition, (one, other) => {
        const onBase = replayChanges({ base: one, theirs: one, mine: other }, theirs);
        expect(onBase).toEqual({ definition: other, conflicts: [] });
        const ofNothing = replayChanges({ base: one, theirs: other, mine: one }, mine);
        expect(ofNothing).toEqual({ definition: other, conflicts: [] });
        const ofTheSame = replayChanges({ base: one, theirs: other, mine: other }, mine);
        expect(ofTheSame).toEqual({ definition: other, conflicts: [] });
      }),
      runs(100),
    );
  });

  it("asks the same whatever is chosen", () => {
    fc.assert(
      fc.property(definition, definition, definition, (base, other, own) => {
        const sides = { base, theirs: other, mine: own };
        expect(replayChanges(sides, mine).conflicts).toEqual(replayChanges(sides, theirs).conflicts);
        const keys = replayChanges(sides, mine).conflicts.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs(100),
    );
  });
});

/** Few names and few contents, so that edits meet often. */
const entry = fc.record({
  name: fc.constantFrom("a", "b", "c", "d", "e"),
  note: fc.constantFrom("", "1", "2"),
  endpoints: fc.uniqueArray(fc.constantFrom("https://x", "https://y", "https://z"), { maxLength: 3 }),
});
const list = fc
  .uniqueArray(entry, { selector: ({ name }) => name, maxLength: 5 })
  .map((entries) => entries.map(({ name, note, endpoints }) => ({ ...mirror(name, ...endpoints), note })));

const file = (mirrors: readonly Mirror[]) => define({ mirrors: [...mirrors] });
const named = (mirrors: readonly Mirror[], name: string) => mirrors.find((each) => each.name === name);
const same = (one: Mirror | undefined, other: Mirror | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

describe("entries of two edits", () => {
  it("that only one side changed, added or took away come out as that side left them", () => {
    fc.assert(
      fc.property(list, list, list, (base, other, own) => {
        const { definition: merged } = replayChanges(
          { base: file(base), theirs: file(other), mine: file(own) },
          theirs,
        );
        for (const [side, rest] of [
          [other, own],
          [own, other],
        ] as const) {
          for (const { name } of [...base, ...side]) {
            const [was, is] = [named(base, name), named(side, name)];
            // An entry under a new name takes along what the other side changed in it.
            if (same(was, is) || !same(was, named(rest, name)) || isRenamed(base, side, name)) continue;
            expect(named(merged.mirrors ?? [], name)).toEqual(is);
          }
        }
      }),
      runs(1000),
    );
  });

  it("stay as the chosen side has them where both changed them", () => {
    fc.assert(
      fc.property(list, list, list, (base, other, own) => {
        const sides = { base: file(base), theirs: file(other), mine: file(own) };
        const lastly = replayChanges(sides, mine);
        for (const conflict of lastly.conflicts) {
          if (conflict.part !== "note" || conflict.subject.kind !== "mirror") continue;
          const { name } = conflict.subject;
          expect(named(lastly.definition.mirrors ?? [], name)?.note).toBe(named(own, name)?.note);
        }
        const mirrored = { ...sides, theirs: sides.mine, mine: sides.theirs };
        const keysOf = (found: typeof lastly) => found.conflicts.map(({ key }) => key).toSorted();
        expect(keysOf(replayChanges(mirrored, theirs))).toEqual(keysOf(lastly));
        expect(new Set(namesOf(replayChanges(mirrored, theirs).definition))).toEqual(
          new Set(namesOf(lastly.definition)),
        );
      }),
      runs(100),
    );
  });

  it("keep the order of each side, where the other did not move them", () => {
    const kept = fc.shuffledSubarray(["a", "b", "c", "d", "e", "f", "g"], { minLength: 2 });
    const names = (own: string) => fc.tuple(kept, fc.array(fc.nat(6), { maxLength: 3 }), fc.constant(own));
    fc.assert(
      fc.property(names("t"), names("m"), (one, other) => {
        const base = one[0];
        const [ours, theirsNow] = [withNew(base, other), withNew(base, one)];
        const merged = namesOf(
          replayChanges({ base: bare(base), theirs: bare(theirsNow), mine: bare(ours) }, mine).definition,
        );
        expect(merged.filter((name) => ours.includes(name))).toEqual(ours);
        expect(merged.filter((name) => theirsNow.includes(name))).toEqual(theirsNow);
      }),
      runs(100),
    );
  });
});

const namesOf = ({ mirrors }: Definition) => (mirrors ?? []).map(({ name }) => name);
/** With another note each, so that none is taken for another one's new name. */
const bare = (names: readonly string[]) => file(names.map((name) => ({ ...mirror(name), note: name })));

/** The names with new ones put between them. */
function withNew(names: readonly string[], [, places, own]: readonly [unknown, number[], string]): string[] {
  const result = [...names];
  for (const [turn, at] of places.entries()) result.splice(Math.min(at, result.length), 0, `${own}${turn}`);
  return result;
}

/** Whether an entry of the base may live on under another name. */
function isRenamed(base: readonly Mirror[], side: readonly Mirror[], name: string): boolean {
  const rest = (each: Mirror | undefined) => each && JSON.stringify({ ...each, name: "" });
  const [was, is] = [named(base, name), named(side, name)];
  const others = (list: readonly Mirror[], entry: Mirror) =>
    list.some((each) => each.name !== name && rest(each) === rest(entry));
  return (
    (was !== undefined && is === undefined && others(side, was)) ||
    (was === undefined && is !== undefined && others(base, is))
  );
}

it("counts nothing as changed that both sides left", () => {
  fc.assert(
    fc.property(definition, (one) => {
      const { definition: merged } = replayChanges({ base: one, theirs: one, mine: one }, mine);
      expect(countChanges(one, merged)).toBe(0);
    }),
    runs(100),
  );
});
