// npm test: the whole gate. Checks, unit tests, integration tests, build, browser tests; then one line that counts them.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addCounts, countCheck, countPlaywright, countVitest, failuresOfVitest } from "./counts.mjs";
import { ensureGenerated, runNode, StepFailed, say } from "./steps.mjs";
import { ensurePackages, ensureTestPrograms } from "./system-packages.mjs";

const reports = mkdtempSync(join(tmpdir(), "pullpath-test-"));
/** @type {string[]} */
const failures = [];
const bin = (/** @type {string[]} */ ...path) => join("node_modules", ...path);

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {{ name: string, needs?: string, run: () => Promise<Counts> }} Step */

/** @returns {Step} */
const check = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({
  name,
  run: async () => countCheck(await runNode(args)),
});

function readReport(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new StepFailed(
      `The runner ended without a report: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** @returns {Step} */
const vitest = (/** @type {string} */ project) => ({
  name: `${project} tests`,
  run: async () => {
    const file = join(reports, `${project}.json`);
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runNode([bin("vitest", "vitest.mjs"), "run", "--project", project, ...reporters]);
    const report = readReport(file);
    failures.push(...failuresOfVitest(report, code));
    return countVitest(report, code);
  },
});

/** @type {Step} */
const browserTests = {
  name: "browser tests",
  needs: "build",
  run: async () => {
    const file = join(reports, "e2e.json");
    const code = await runNode(
      [
        bin("@playwright", "test", "cli.js"),
        "test",
        "--config",
        join("tests", "e2e", "playwright.config.ts"),
        "--reporter=list,json",
      ],
      { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } },
    );
    return countPlaywright(readReport(file), code);
  },
};

/** @type {Step[]} */
const steps = [
  check("lint and format", bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."),
  check("route types", bin("next", "dist", "bin", "next"), "typegen"),
  check("types", bin("typescript", "bin", "tsc"), "--noEmit"),
  check("dead code", bin("knip", "bin", "knip.js")),
  check("migrations", join(".config", "new-migration.mjs"), "--check"),
  vitest("unit"),
  vitest("integration"),
  check("build", join(".config", "build.mjs")),
  browserTests,
];

const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function prepare() {
  ensureTestPrograms();
  await ensurePackages();
  await ensureGenerated();
}

async function attempt(/** @type {Step} */ { name, run }) {
  const since = Date.now();
  say(`\n== ${name}`);
  const counts = await run().catch((error) => {
    console.error(error instanceof StepFailed ? error.message : error);
    return countCheck(1);
  });
  say(`== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(since)}`);
  return counts;
}

async function runAll() {
  /** @type {Map<string, Counts>} */
  const done = new Map();
  done.set(
    "preparation",
    await attempt({ name: "preparation", run: () => prepare().then(() => countCheck(0)) }),
  );
  if (done.get("preparation")?.failed) return done;
  for (const step of steps) {
    const isBlocked = step.needs && done.get(step.needs)?.failed;
    if (isBlocked) say(`\n== ${step.name}: not run, because the ${step.needs} failed`);
    done.set(step.name, isBlocked ? countCheck(1) : await attempt(step));
  }
  return done;
}

const done = await runAll();
const { passed, failed } = addCounts([...done.values()]);
rmSync(reports, { recursive: true });
// The output is long: who reads its end alone learns where to look.
for (const [name, counts] of done) if (counts.failed) say(`\nFailed: ${name} (${counts.failed})`);
for (const failure of failures) say(`  ${failure}`);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
