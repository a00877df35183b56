import { describe, expect, it } from "vitest";
import { createBell } from "@/lib/server/pushes/bell";

const long = 60_000;

describe("a bell", () => {
  it("wakes who waits, and keeps what rang before", async () => {
    const bell = createBell();
    const waiting = bell.wait(long);
    bell.ring();
    await waiting;
    bell.ring();
    bell.ring();
    await bell.wait(long);
  });

  it("rings once for all that rang before, then waits as long as it was told", async () => {
    const bell = createBell();
    bell.ring();
    await bell.wait(long);
    const began = performance.now();
    await bell.wait(20);
    expect(performance.now() - began).toBeGreaterThan(15);
  });
});
