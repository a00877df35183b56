// Reads what the test runners reported. What did not run counts as failed: silence is no proof.

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} VitestResult */
/** @typedef {{ name?: string, status: string, message?: string, assertionResults: VitestResult[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: VitestFile[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/** A step that failed, or ran nothing, never counts as all passed. */
function settle(/** @type {Counts} */ { passed, failed }, /** @type {number} */ exitCode) {
  const isSilent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilent ? 1 : failed };
}

const isUnloaded = (/** @type {VitestFile} */ { status, assertionResults }) =>
  status === "failed" && assertionResults.every((result) => result.status !== "failed");

/** @returns {Counts} */
export function countVitest(/** @type {VitestReport} */ report, /** @type {number} */ exitCode) {
  const unloaded = report.testResults.filter(isUnloaded);
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  return settle(
    { passed, failed: numFailedTests + numPendingTests + numTodoTests + unloaded.length },
    exitCode,
  );
}

/**
 * What did not pass, a line each: the test and the first line of why. A runner that ends badly although every
 * test passed has met an error outside them, which only its own output tells.
 * @returns {string[]}
 */
export function failuresOfVitest(/** @type {VitestReport} */ report, /** @type {number} */ exitCode) {
  const firstLine = (/** @type {string | undefined} */ text) =>
    (text ?? "").split("\n")[0]?.slice(0, 200) ?? "";
  const failures = report.testResults.flatMap((file) => [
    ...(isUnloaded(file) ? [`${file.name}: ${firstLine(file.message)}`] : []),
    ...file.assertionResults
      .filter(({ status }) => status !== "passed")
      .map(
        (test) => `${file.name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0]) || test.status}`,
      ),
  ]);
  const isSilent = failures.length === 0 && exitCode !== 0;
  return isSilent ? ["An error outside the tests: look for Unhandled in what the runner printed."] : failures;
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
