import { describe, expect, it } from "vitest";
import { addCounts, countCheck, countPlaywright, countVitest, failuresOfVitest } from "@/.config/counts.mjs";

const vitest = (
  numbers: Partial<Record<string, number>> = {},
  files: { status: string; results: string[] }[] = [],
) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...numbers,
  testResults: files.map(({ status, results }) => ({
    status,
    assertionResults: results.map((result) => ({ status: result })),
  })),
});

const playwright = (stats: Partial<Record<string, number>> = {}, errors: unknown[] = []) => ({
  stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors,
});

describe("counting what the runners report", () => {
  it("takes the numbers of vitest", () => {
    expect(countVitest(vitest(), 0)).toEqual({ passed: 5, failed: 0 });
    expect(countVitest(vitest({ numFailedTests: 2 }), 1)).toEqual({ passed: 5, failed: 2 });
  });

  it("counts a file that could not be loaded as failed, and a failed test only once", () => {
    const files = [
      { status: "failed", results: [] },
      { status: "failed", results: ["passed", "failed"] },
      { status: "passed", results: ["passed"] },
    ];
    expect(countVitest(vitest({ numFailedTests: 1 }, files), 1)).toEqual({ passed: 5, failed: 2 });
  });

  it("counts skipped and planned tests as failed, because silence is no proof", () => {
    expect(countVitest(vitest({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({ passed: 5, failed: 2 });
    expect(countPlaywright(playwright({ skipped: 1 }), 0)).toEqual({ passed: 3, failed: 1 });
  });

  it("fails a run of no tests", () => {
    expect(countVitest(vitest({ numPassedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(playwright({ expected: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it("fails a runner that ended badly although no test failed", () => {
    expect(countVitest(vitest(), 1)).toEqual({ passed: 5, failed: 1 });
    expect(countPlaywright(playwright(), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it("names what did not pass, with the first line of why", () => {
    const report = vitest({}, [
      { status: "failed", results: [] },
      { status: "failed", results: ["passed", "failed", "pending"] },
    ]);
    const [unloaded, ran] = report.testResults;
    Object.assign(unloaded ?? {}, { name: "a.test.ts", message: "no such module\n at line 1" });
    Object.assign(ran ?? {}, { name: "b.test.ts" });
    Object.assign(ran?.assertionResults[1] ?? {}, {
      fullName: "adds",
      failureMessages: ["1 is not 2\n at b"],
    });
    Object.assign(ran?.assertionResults[2] ?? {}, { fullName: "skips", failureMessages: [] });
    expect(failuresOfVitest(report, 1)).toEqual([
      "a.test.ts: no such module",
      "b.test.ts > adds: 1 is not 2",
      "b.test.ts > skips: pending",
    ]);
    expect(failuresOfVitest(vitest(), 0)).toEqual([]);
    expect(failuresOfVitest(vitest(), 1)).toEqual([expect.stringContaining("Unhandled")]);
  });

  it("takes the numbers of Playwright, with flaky tests and broken files as failed", () => {
    expect(countPlaywright(playwright({ unexpected: 1, flaky: 1 }, ["x"]), 1)).toEqual({
      passed: 3,
      failed: 3,
    });
  });

  it("counts a check as one and adds everything up", () => {
    expect(addCounts([countCheck(0), countCheck(0), countCheck(2), { passed: 7, failed: 1 }])).toEqual({
      passed: 9,
      failed: 2,
    });
  });
});
