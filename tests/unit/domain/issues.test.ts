import { expect, it } from "vitest";
import * as z from "zod/mini";
import { toFieldIssues, toPath } from "@/lib/domain/issues";

const schema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(4)),
  port: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(9))),
  kind: z.optional(z.enum(["a", "b"])),
  list: z.optional(z.array(z.strictObject({ key: z.string().check(z.regex(/^\w*$/, "control-character")) }))),
  ids: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(2))),
});

const codes = (input: unknown) => {
  const { error } = schema.safeParse(input);
  return error
    ? toFieldIssues(error, input).map(({ path, code, params }) => [path.join("."), code, params])
    : [];
};

it.each([
  [{}, [["name", "required", undefined]]],
  [{ name: "  " }, [["name", "required", undefined]]],
  [{ name: "a" }, [["name", "too-short", { minimum: 2 }]]],
  [{ name: "abcde" }, [["name", "too-long", { maximum: 4 }]]],
  [{ name: "ab", ids: [] }, [["ids", "list-short", { minimum: 1 }]]],
  [{ name: "ab", ids: ["", "", ""] }, [["ids", "list-long", { maximum: 2 }]]],
  [{ name: 7 }, [["name", "invalid-type", undefined]]],
  [{ name: "ab", port: 0 }, [["port", "too-small", { minimum: 1 }]]],
  [{ name: "ab", port: 99 }, [["port", "too-large", { maximum: 9 }]]],
  [{ name: "ab", kind: "c" }, [["kind", "invalid-value", undefined]]],
  [
    { name: "ab", x: 1, y: 2 },
    [
      ["x", "unknown-key", undefined],
      ["y", "unknown-key", undefined],
    ],
  ],
  [{ name: "ab", list: [{ key: "a" }, { key: "\u0007" }] }, [["list.1.key", "control-character", undefined]]],
  [null, [["", "invalid-type", undefined]]],
])("turns what is wrong with %j into codes", (input, expected) => {
  expect(codes(input)).toEqual(expected);
});

it("answers no more of a key than a schema would take, and of a place no more than its top", () => {
  const [issue] = codes({ name: "ab", ["x".repeat(5000)]: 1 });
  expect(issue).toEqual(["x".repeat(1024), "unknown-key", undefined]);
  expect(toPath(Array(5000).fill("x"))).toHaveLength(50);
});
