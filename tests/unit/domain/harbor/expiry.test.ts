import { expect, it } from "vitest";
import { robotSchema } from "@/lib/domain/harbor/answers";
import { expiryOf } from "@/lib/domain/harbor/expiry";
import { robotOf } from "@/lib/domain/harbor/reading";

const now = Date.parse("2026-11-28T12:00:00Z");
const robot = (expires_at: number, disable = false) =>
  robotOf(robotSchema.parse({ name: "robot$a", expires_at, disable }));
const at = (iso: string) => Date.parse(iso) / 1000;

it.each([
  [-1, { state: "never" }],
  [0, { state: "never" }],
  [at("2026-11-28T12:00:00Z"), { state: "expired" }],
  [at("2020-01-01T00:00:00Z"), { state: "expired" }],
  [at("2026-11-28T13:00:00Z"), { state: "soon", days: 0 }],
  [at("2026-12-10T12:00:00Z"), { state: "soon", days: 12 }],
  [at("2026-12-28T11:59:59Z"), { state: "soon", days: 29 }],
  [at("2026-12-28T12:00:00Z"), { state: "later", days: 30 }],
  [Number.MAX_SAFE_INTEGER, { state: "never" }],
])("a robot account that ends at %i", (expiresAt, expiry) => {
  expect(expiryOf(robot(expiresAt), now)).toEqual(expiry);
});

it("is disabled before anything else", () => {
  expect(expiryOf(robot(at("2020-01-01T00:00:00Z"), true), now)).toEqual({ state: "disabled" });
});
