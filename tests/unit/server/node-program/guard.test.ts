import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallGuard, callLimits } from "@/lib/server/node-program/guard";

const limits = { silenceMs: 1_000, deadlineMs: 10_000 };
let stopped = 0;
const stop = () => {
  stopped += 1;
};

const faultOf = (guard: CallGuard) => guard.broken.catch((error: unknown) => error);

describe("a call is over", () => {
  beforeEach(() => {
    stopped = 0;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("after silence, and each sign of life starts the silence anew", async () => {
    const guard = new CallGuard(limits, stop);
    for (let step = 0; step < 5; step += 1) {
      vi.advanceTimersByTime(900);
      guard.take(Buffer.alloc(1));
    }
    expect(guard.isOver).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(await faultOf(guard)).toMatchObject({ fault: "connection-lost" });
    expect(stopped).toBe(1);
  });

  it("at its deadline, however alive the node is", async () => {
    const guard = new CallGuard(limits, stop);
    for (let step = 0; step < 20; step += 1) {
      guard.take(Buffer.alloc(1));
      vi.advanceTimersByTime(500);
    }
    expect(await faultOf(guard)).toMatchObject({ fault: "protocol", params: { reason: "too-long" } });
  });

  it("after too many bytes or answers, with one fault only", async () => {
    const flood = new CallGuard(limits, stop);
    flood.take(Buffer.alloc(callLimits.bytes));
    expect(flood.isOver).toBe(false);
    flood.take(Buffer.alloc(1));
    flood.fail(new Error("later"));
    expect(await faultOf(flood)).toMatchObject({ fault: "protocol", params: { reason: "too-much" } });
    const chatter = new CallGuard(limits, stop);
    for (let count = 0; count <= callLimits.answers; count += 1) chatter.countAnswer();
    expect(await faultOf(chatter)).toMatchObject({ params: { reason: "too-many-answers" } });
    expect(stopped).toBe(2);
  });
});
