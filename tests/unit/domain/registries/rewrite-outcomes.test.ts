import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyRewrite, rewriteOutcomes } from "@/lib/domain/registries/rewrite/outcomes";
import { runs } from "@/tests/support/runs";
import ran from "./golden/rewrites.json";
import golden from "./rewrite-cases.json";
import templates from "./rewrite-templates.json";

const rewritten = (pattern: string, replacement: string, repository: string) => {
  const applied = applyRewrite({ pattern, replacement }, repository);
  return applied.ok ? applied.after : applied;
};

describe("one rewrite rule", () => {
  test.each(golden.cases.map((golden) => [golden.pattern, golden.replacement, golden] as const))(
    "%j to %j does what Go's regexp does",
    (pattern, replacement, { repository, result, changed, compileError }) => {
      const applied = applyRewrite({ pattern, replacement }, repository);
      expect(applied).toEqual(
        compileError === undefined ? { ok: true, after: result } : { ok: false, error: compileError },
      );
      expect(rewriteOutcomes({ [pattern]: replacement }, repository).candidates).toEqual(
        changed ? [{ pattern, before: repository, after: result }] : [],
      );
    },
  );

  test.each(templates.cases.map((each) => [each.pattern, each.replacement, each] as const))(
    "%j to %j expands as Go expands it",
    (pattern, replacement, { repository, result }) => {
      expect(rewritten(pattern, replacement, repository)).toBe(result);
    },
  );

  test.each(ran.cases)("answers what Go answers: $pattern to $replacement in $repository", (each) => {
    const { error, after: result } = each;
    expect(rewritten(each.pattern, each.replacement, each.repository)).toEqual(
      error === undefined ? result : { ok: false, error },
    );
  });

  test.each(["(?!x)", "(?<=x)y", "(a)\\1", "[", "a**", "\\", "a{1001}"])(
    "%j does not compile and is skipped",
    (pattern) => {
      const { candidates, invalid } = rewriteOutcomes({ [pattern]: "x", "^a": "b" }, "a");
      expect(invalid).toEqual([{ pattern, error: expect.stringMatching(/^error parsing regexp: /) }]);
      expect(candidates).toEqual([{ pattern: "^a", before: "a", after: "b" }]);
    },
  );
});

describe("the rules of a mirror", () => {
  test("leave the repository alone when none changes it", () => {
    expect(rewriteOutcomes({ "^x": "y", "^(.*)$": "$1" }, "a/b")).toEqual({ candidates: [], invalid: [] });
  });

  test("are alternatives, never steps", () => {
    expect(rewriteOutcomes({ "^b": "c", "^a": "b" }, "a")).toEqual({
      candidates: [{ pattern: "^a", before: "a", after: "b" }],
      invalid: [],
    });
    expect(rewriteOutcomes({ a: "1", "^a": "2" }, "a").candidates.map((each) => each.after)).toEqual([
      "2",
      "1",
    ]);
  });

  test("are a set: their order tells nothing, and nothing makes them throw", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab/()[]{}*+?|^$\\.<>P1é\n\0 ") });
    const rules = fc.array(fc.tuple(text, text), { maxLength: 5 });
    fc.assert(
      fc.property(rules, fc.stringMatching(/^[a-b/]{0,12}$/), (pairs, repository) => {
        const unique = [...new Map(pairs)];
        const one = rewriteOutcomes(Object.fromEntries(unique), repository);
        expect(rewriteOutcomes(Object.fromEntries(unique.reverse()), repository)).toEqual(one);
      }),
      runs(100),
    );
  });
});
