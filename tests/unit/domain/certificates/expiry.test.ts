import { describe, expect, it } from "vitest";
import { expiryOf } from "@/lib/domain/certificates/expiry";

const now = new Date("2026-11-03T10:00:00Z");

describe("the expiry of a certificate", () => {
  it("counts whole days and warns in the last thirty", () => {
    expect(expiryOf("2026-12-03T10:00:00Z", now)).toEqual({ state: "valid", days: 30 });
    expect(expiryOf("2026-12-03T09:59:59Z", now)).toEqual({ state: "soon", days: 29 });
    expect(expiryOf("2026-11-03T10:00:01Z", now)).toEqual({ state: "soon", days: 0 });
    expect(expiryOf("2026-11-03T10:00:00Z", now)).toEqual({ state: "expired", days: 0 });
    expect(expiryOf("2026-10-22T09:00:00Z", now)).toEqual({ state: "expired", days: 12 });
  });
});
