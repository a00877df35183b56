// Reads what the test runners reported. What did not run counts as failed: silence is no proof.

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/** A step that failed, or ran nothing, never counts as all passed. */
function settle(/** @type {Counts} */ { passed, failed }, /** @type {number} */ exitCode) {
  const isSilent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilent ? 1 : failed };
}

/** @returns {Counts} */
export function countVitest(/** @type {VitestReport} */ report, /** @type {number} */ exitCode) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((result) => result.status !== "failed"),
  );
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  return settle(
    { passed, failed: numFailedTests + numPendingTests + numTodoTests + unloaded.length },
    exitCode,
  );
}

/** @returns {Counts} */
export function countPlaywright(/** @type {PlaywrightReport} */ report, /** @type {number} */ exitCode) {
  const { expected: passed, unexpected, flaky, skipped } = report.stats;
  return settle({ passed, failed: unexpected + flaky + skipped + report.errors.length }, exitCode);
}

/** @returns {Counts} */
export const countCheck = (/** @type {number} */ exitCode) =>
  exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** @returns {Counts} */
export const addCounts = (/** @type {readonly Counts[]} */ list) =>
  list.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
