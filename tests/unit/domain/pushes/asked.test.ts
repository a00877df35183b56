import { expect, it } from "vitest";
import { readAsked } from "@/lib/domain/pushes/asked";

it("reads what the address of a new push asks for", () => {
  expect(readAsked({ only: "n1", depth: "generated", wait: "240" })).toEqual({
    options: { verifyDepth: "generated", startSeconds: 240 },
    only: "n1",
    without: null,
  });
  expect(readAsked({ without: "n2" })).toEqual({ options: {}, only: null, without: "n2" });
});

it.each([
  { wait: "4" },
  { wait: "1801" },
  { wait: "-30" },
  { wait: "1e3" },
  { wait: ["30", "60"] },
  { depth: "deepest" },
  { only: "", without: ["a", "b"] },
])("asks for nothing that cannot be meant: %o", (query) => {
  expect(readAsked(query)).toEqual({ options: {}, only: null, without: null });
});
