import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { actionsFor, beginningActions, isRetriedLater, pushActions } from "@/lib/domain/pushes/fault-actions";
import { deedFor, deeds, standingOf } from "@/lib/domain/pushes/fault-card";
import { faultActions, linkOf } from "@/lib/domain/pushes/fault-links";
import { faultWords } from "@/lib/domain/pushes/fault-words";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import { type Fault, faults, faultsAfterApply, type Outcome } from "@/lib/domain/pushes/outcomes";
import { loadMessages } from "@/lib/i18n/messages";

/** What a fault tells at most; words of the catalogue may ask for any of it. */
const params = {
  host: "10.0.0.9",
  port: "22",
  user: "ops",
  jump: "gate",
  server: "srv-2",
  running: "v1.33.1+k3s1",
  installed: "v1.33.5+k3s1",
  seconds: "30",
  reason: "",
};
const push = {
  id: "p1",
  configuration: { id: "c1", name: "harbor" },
  revision: { id: "r1", number: 8 },
  group: { id: "g1", name: "edge" },
  finishedAt: "2026-01-01T00:00:00.000Z",
  options: defaultPushOptions,
  total: 3,
};
const nodeWith = (code: Fault, outcome: Outcome = "failed", more: Record<string, string> = {}) => ({
  nodeId: "n1",
  outcome,
  fault: { code, params: { ...params, ...more } },
  evidence: { image: "docker.io/library/busybox:1" },
  handled: null,
});

const endings = ["failed", "rolled-back", "rollback-failed", "cancelled", "not-reached"] as const;

describe.each(["en", "zh-CN"] as const)("a card in %s", (locale) => {
  it.each(faults)("has all of its parts for %s, however the node ended", async (code) => {
    const problems: string[] = [];
    const messages = await loadMessages(locale);
    const t = createTranslator({
      locale,
      messages,
      onError: ({ message }) => problems.push(message),
    });
    const say = (key: string, more = {}) => t(key, { ...faultWords(params, "edge-9"), ...more });
    for (const outcome of endings) {
      const told = { outcome, fault: { code, params } };
      const standing = standingOf(told);
      const parts = [
        say(`faults.${code}.headline`),
        standing === "told" ? say(`faults.${code}.state`) : say(`pushcards.standings.${standing}`),
        say(`pushcards.deeds.${deedFor(told)}`, { told: "yes", second: "x" }),
        say(`faults.${code}.nextStep`),
      ];
      for (const part of parts) expect(part.length).toBeGreaterThan(5);
      expect(new Set(parts).size).toBe(parts.length);
      // What "may" be is for the reader to find out; a card names the node and says how it is.
      expect(parts[1]).not.toMatch(/outcome says|结果/);
    }
    expect(problems).toEqual([]);
  });

  it("has words for every action and every deed", async () => {
    const messages = await loadMessages(locale);
    const t = createTranslator({ locale, messages });
    const isThere = (key: string) => t.has(key);
    expect(faultActions.filter((action) => !isThere(`pushcards.card.actions.${action}`))).toEqual([]);
    expect(deeds.filter((deed) => !isThere(`pushcards.deeds.${deed}`))).toEqual([]);
  });
});

describe("what a card offers", () => {
  it.each(faults)("is something for %s, the usual way first", (code) => {
    const actions = actionsFor(nodeWith(code), push);
    expect(actions.length).toBeGreaterThan(0);
    expect(new Set(actions).size).toBe(actions.length);
    for (const action of actions) {
      const href = linkOf(action, nodeWith(code), push);
      if (href !== null) expect(href).toMatch(/^\/[a-z]/);
    }
  });

  it("never goes past a changed identity", () => {
    expect(actionsFor(nodeWith("host-key-changed"), push)).toEqual(["compare-keys", "leave-out"]);
  });

  it("tells first how to take care of a machine that needs hands", () => {
    expect(actionsFor(nodeWith("not-ready", "rollback-failed"), push).slice(0, 2)).toEqual([
      "handled",
      "retry",
    ]);
    expect(actionsFor(nodeWith("not-ready", "rolled-back"), push)).not.toContain("handled");
  });

  it("begins with a retry once somebody took care of the machine", () => {
    const handled = { at: "2026-01-01T00:00:00.000Z", byName: "ada", reason: "put back by hand" };
    const node = { ...nodeWith("not-ready", "rollback-failed"), handled };
    expect(actionsFor(node, push)[0]).toBe("retry");
    expect(actionsFor(node, push)).not.toContain("handled");
  });

  it("has the line for sudoers only for a user that can stand in one", () => {
    const faulted = ["not-root", "sudo-needs-terminal"] as const;
    for (const code of faulted) {
      expect(actionsFor(nodeWith(code), push)).toContain("sudoers");
      expect(actionsFor(nodeWith(code, "failed", { user: "%wheel" }), push)).not.toContain("sudoers");
    }
  });

  it("repeats nothing while the push runs, after a dry run, or of a node that is gone", () => {
    const running = { ...push, finishedAt: null };
    const dry = { ...push, options: { ...defaultPushOptions, dryRun: true } };
    for (const other of [running, dry])
      expect(actionsFor(nodeWith("unreachable"), other)).not.toContain("retry");
    const gone = { ...nodeWith("unreachable"), nodeId: null };
    expect(actionsFor(gone, push)).toEqual([]);
  });

  it("leads to a review that begins as it says", () => {
    const at = (action: Parameters<typeof linkOf>[0], code: Fault) => linkOf(action, nodeWith(code), push);
    expect(at("leave-out", "unreachable")).toBe("/pushes/new?group=g1&rev=8&without=n1");
    expect(at("more-time", "not-active-in-time")).toBe("/pushes/new?group=g1&rev=8&only=n1&wait=1200");
    expect(at("less-proof", "not-ready")).toBe("/pushes/new?group=g1&rev=8&only=n1&depth=generated");
    expect(linkOf("other-push", nodeWith("node-busy", "failed", { push: "p7" }), push)).toBe("/pushes/p7");
  });

  it("keeps what changes machines for those who may push", () => {
    const node = nodeWith("not-ready", "rollback-failed", { push: "p7" });
    const open = faultActions.filter((action) => !pushActions.includes(action));
    const done = open.filter((action) => linkOf(action, node, push) === null);
    // Lines to copy, and the log: the rest are pages, none of which prepares a push.
    expect(done).toEqual(["public-line", "sudoers", "log"]);
    for (const action of open.filter((each) => !done.includes(each)))
      expect(linkOf(action, node, push), action).toMatch(/^\/(?!pushes\/new)[a-z]/);
  });

  it("closes to a lock just what begins another push", () => {
    const node = nodeWith("not-ready");
    const toReview = faultActions.filter((action) => linkOf(action, node, push)?.startsWith("/pushes/new"));
    expect([...beginningActions].sort()).toEqual(["retry", ...toReview].sort());
  });

  it("promises a retry after the end of the push only where there will be one", () => {
    const running = { ...push, finishedAt: null };
    const promised = faults.filter((code) => isRetriedLater(nodeWith(code), running));
    expect(promised).toEqual(faults.filter((code) => actionsFor(nodeWith(code), push).includes("retry")));
    expect(promised).not.toContain("host-key-changed");
    expect(isRetriedLater(nodeWith("unreachable"), push)).toBe(false);
    const dry = { ...running, options: { ...defaultPushOptions, dryRun: true } };
    expect(isRetriedLater(nodeWith("unreachable"), dry)).toBe(false);
  });
});

describe("how a node stands", () => {
  const of = (code: Fault, outcome: Outcome, more: Record<string, string> = {}) =>
    standingOf({ outcome, fault: { code, params: more } });

  it("is told by its outcome where that says more than the fault", () => {
    expect(of("restart-failed", "rolled-back")).toBe("restored");
    expect(of("restart-failed", "rollback-failed")).toBe("hands");
    expect(of("restart-failed", "cancelled")).toBe("untouched");
    expect(of("interrupted", "not-reached")).toBe("untouched");
  });

  it.each(["en", "zh-CN"] as const)(
    "is untouched in the words of a fault after the apply, in %s",
    async (locale) => {
      const say = createTranslator({ locale, messages: await loadMessages(locale) });
      const untouched = say("pushcards.standings.untouched", { name: "edge-9" });
      for (const code of faultsAfterApply) {
        expect(of(code, "failed"), code).toBe("told");
        expect(say(`faults.${code}.state`, { name: "edge-9" }), code).toBe(untouched);
      }
    },
  );

  it("has nothing thrown away by a dry run, which brings nothing", () => {
    const full = { outcome: "failed" as const, fault: { code: "disk-full" as const, params: {} } };
    expect([deedFor(full), deedFor(full, true)]).toEqual(["upload-dropped", "looked-and-left"]);
  });

  it("is unknown after a lost connection, unless the node said that nothing had begun", () => {
    expect(of("connection-lost", "failed", { state: "unknown" })).toBe("told");
    expect(of("connection-lost", "failed", { state: "untouched" })).toBe("untouched");
  });
});
