import { describe, expect, it } from "vitest";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import { outcomes } from "@/lib/domain/pushes/outcomes";
import { restartedServers, toRetry } from "@/lib/domain/pushes/retried";

const nodes = [{ role: "server" }, { role: "agent" }, { role: null }, { role: "server" }] as const;

describe("a retry", () => {
  it("takes what did not end well, and nothing that was left out or has not ended", () => {
    const all = [...outcomes, null].map((outcome) => ({ nodeId: "n", outcome }));
    expect(toRetry(all).map(({ outcome }) => outcome)).toEqual([
      "rolled-back",
      "rollback-failed",
      "failed",
      "cancelled",
      "not-reached",
    ]);
  });

  it("takes no node that was deleted since", () => {
    expect(toRetry([{ nodeId: null, outcome: "failed" }])).toEqual([]);
  });

  it("tells how many servers it restarts, and none where it only writes", () => {
    expect(restartedServers({ options: defaultPushOptions }, nodes)).toBe(2);
    expect(restartedServers({ options: defaultPushOptions }, [{ role: "agent" }])).toBe(0);
    expect(restartedServers({ options: { ...defaultPushOptions, writeOnly: true } }, nodes)).toBe(0);
  });
});
