import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultPushOptions } from "@/lib/domain/pushes/options";
import { type Outcome, outcomes } from "@/lib/domain/pushes/outcomes";
import { recapOf } from "@/lib/domain/pushes/recap";
import { runs } from "@/tests/support/runs";

const ended = { finishedAt: "2026-01-01T00:00:00.000Z", options: defaultPushOptions };
const nodesWith = (list: readonly (Outcome | null)[]) =>
  list.map((outcome, at) => ({
    id: `n${at}`,
    name: `edge-${at}`,
    outcome,
    fault: outcome === "not-reached" ? { code: "stopped-after-failures" as const, params: {} } : null,
  }));

it("counts every node once, whatever the nodes ended with", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 1 }), (list) => {
      const recap = recapOf(ended, nodesWith(list));
      if (recap === null) return;
      const { good, back, hands, failed, untouched, left } = recap;
      expect(good + back + hands + failed + untouched + left).toBe(list.length);
    }),
    runs(200),
  );
});

it("tells a first node that failed from a limit of failures and from a person", () => {
  const first = recapOf(ended, nodesWith(["skipped", "rolled-back", "not-reached", "not-reached"]));
  expect(first).toMatchObject({ kind: "canary", first: { name: "edge-1" }, untouched: 2, left: 1 });
  const limit = recapOf(ended, nodesWith(["changed", "failed", "rolled-back", "not-reached"]));
  expect(limit).toMatchObject({ kind: "failures", good: 1, failed: 1, back: 1, untouched: 1 });
  const person = recapOf(ended, nodesWith(["changed", "cancelled"]));
  expect(person).toMatchObject({ kind: "stopped", first: null, good: 1, untouched: 1 });
});

it("says nothing while it runs, of a dry run, and where every node had its turn", () => {
  const nodes = nodesWith(["failed", "not-reached"]);
  expect(recapOf({ ...ended, finishedAt: null }, nodes)).toBeNull();
  expect(recapOf({ ...ended, options: { ...defaultPushOptions, dryRun: true } }, nodes)).toBeNull();
  expect(recapOf(ended, nodesWith(["changed", "failed"]))).toBeNull();
});
