import { describe, expect, it } from "vitest";
import { safeNext } from "@/lib/client/safe-next";

describe("the way back after the login", () => {
  it.each(["/", "/nodes", "/nodes/x?tab=facts#log", "/pushes/new?group=%2F%2Fevil"])(
    "leads to %s",
    (next) => {
      expect(safeNext(next)).toBe(next);
    },
  );

  it.each([
    undefined,
    "",
    "nodes",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/api/v1/sessions",
  ])("leads to the overview instead of %j", (next) => {
    expect(safeNext(next)).toBe("/");
  });
});
