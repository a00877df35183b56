import { beforeEach, describe, expect, it } from "vitest";
import { type Ask, type Row, rowsOf, runRows } from "@/components/registry-test/run";
import { countRows } from "@/components/registry-test/verdict";
import type { ApiError } from "@/lib/client/api";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import { fail, ok } from "@/lib/domain/result";

type Answer = Awaited<ReturnType<Ask>>;
const nodes = Array.from({ length: 6 }, (_, index) => ({ id: `n${index}`, name: `edge-${index}` }));
const fleet = rowsOf({ kind: "group", group: { id: "g", name: "prod" }, nodes });
const quiet = { onRow: () => undefined, onPause: () => undefined };

type Served = { nodeId: string | null; finish: (answer: Answer) => void };
let served: Served[] = [];
beforeEach(() => {
  served = [];
});

/** A request that waits until the test answers it. */
const ask: Ask = (node) =>
  new Promise((finish) => {
    served.push({ nodeId: node?.id ?? null, finish });
  });

const turns = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const result = (isGood: boolean) => ok({ ok: isGood } as RegistryTestResult);
const refused = (seconds: number) =>
  fail({ reason: "tooManyTests", params: { seconds } } as unknown as ApiError);

describe("a run over the nodes of a group", () => {
  it("has four tests at work, and tells each row as it ends", async () => {
    const rows: Row[] = [...fleet];
    const onRow = (index: number, row: Row) => {
      rows[index] = row;
    };
    const running = runRows(ask, fleet, { ...quiet, onRow, signal: new AbortController().signal });
    await turns();
    expect(served.map(({ nodeId }) => nodeId)).toEqual(["n0", "n1", "n2", "n3"]);
    served[1]?.finish(result(true));
    await turns();
    expect(rows[1]).toMatchObject({ state: "ended", answer: { ok: true } });
    expect(rows.map(({ state }) => state).join()).toBe("asking,ended,asking,asking,asking,waiting");
    for (let index = 0; index < 6; index += 1) {
      served[index]?.finish(result(index !== 0 && index !== 5));
      await turns();
    }
    await running;
    expect(countRows(rows)).toEqual({ good: 4, bad: 2, left: 0 });
  });

  it("asks again when the server asks for patience", async () => {
    const pauses: number[] = [];
    const onPause = (seconds: number) => pauses.push(seconds);
    const two = fleet.slice(0, 2);
    const running = runRows(ask, two, { ...quiet, onPause, signal: new AbortController().signal });
    await turns();
    served[0]?.finish(refused(0.01));
    served[1]?.finish(result(true));
    while (served.length < 3) await turns();
    served[2]?.finish(result(true));
    await running;
    expect([pauses, served.map(({ nodeId }) => nodeId)]).toEqual([
      [0.01, 0],
      ["n0", "n1", "n0"],
    ]);
  });

  it("stops where that is wished", async () => {
    const controller = new AbortController();
    const ended: number[] = [];
    const onRow = (index: number, { state }: Row) => {
      if (state === "ended") ended.push(index);
    };
    const running = runRows(ask, fleet, { ...quiet, onRow, signal: controller.signal });
    await turns();
    controller.abort();
    for (const each of served) each.finish(result(true));
    await running;
    expect([ended, served.length]).toEqual([[], 4]);
  });
});

describe("a single test", () => {
  it("comes from the server without a node, and shows a refusal at once", async () => {
    const rows: Row[] = [];
    const signal = new AbortController().signal;
    const onRow = (_: number, row: Row) => rows.push(row);
    const running = runRows(ask, rowsOf({ kind: "server" }), { ...quiet, onRow, signal });
    await turns();
    expect(served.map(({ nodeId }) => nodeId)).toEqual([null]);
    served[0]?.finish(refused(9));
    await running;
    expect(rows.at(-1)).toMatchObject({ state: "ended", answer: { ok: false } });
    expect(rowsOf({ kind: "node", node: { id: "n", name: "edge" } })).toHaveLength(1);
  });
});
