import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import { outcomes } from "@/lib/domain/pushes/outcomes";
import { restartedServers, toRetry } from "@/lib/domain/pushes/retried";
import { loadMessages } from "@/lib/i18n/messages";

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

  it("tells which servers it restarts, and none where it only writes", () => {
    expect(restartedServers({ options: defaultPushOptions }, nodes)).toEqual([nodes[0], nodes[3]]);
    expect(restartedServers({ options: defaultPushOptions }, [{ role: "agent" }])).toEqual([]);
    expect(restartedServers({ options: { ...defaultPushOptions, writeOnly: true } }, nodes)).toEqual([]);
  });
});

describe.each([
  ["en", "edge-1 is a server", "edge-1, edge-2, edge-3 and 2 more are servers"],
  ["zh-CN", "edge-1 是控制平面", "edge-1, edge-2, edge-3 等 5 个节点是控制平面"],
] as const)("what is asked before servers restart, in %s", (locale, one, many) => {
  it("names them", async () => {
    const t = createTranslator({ locale, messages: await loadMessages(locale) });
    const ask = (names: string, more: number, count: number) =>
      t("pushes.actions.retryServers", { names, more, count });
    expect(ask("edge-1", 0, 1)).toContain(one);
    expect(ask("edge-1, edge-2, edge-3", 2, 5)).toContain(many);
  });
});
