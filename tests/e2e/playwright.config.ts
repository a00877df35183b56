import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

/** Playwright reads this file once per process, so what is chosen first is handed on through the environment. */
function chooseOnce(name: string, choose: () => string): string {
  process.env[name] ||= choose();
  return process.env[name];
}

const askForPort =
  'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })';
const port = chooseOnce("PULLPATH_E2E_PORT", () =>
  execFileSync(process.execPath, ["-e", askForPort], { encoding: "utf8" }).trim(),
);
// Made by the server at its start, so that only reading this file leaves nothing behind.
const dataFolder = chooseOnce("PULLPATH_E2E_DATA", () =>
  join(tmpdir(), `pullpath-e2e-${port}-${process.pid}`),
);

const root = join(import.meta.dirname, "..", "..");
const baseURL = `http://localhost:${port}`;
const debianChromium = "/usr/bin/chromium";
const executablePath = process.env["PULLPATH_CHROMIUM"] || (existsSync(debianChromium) ? debianChromium : "");

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.e2e.ts",
  outputDir: join(root, "test-results"),
  globalTeardown: "./global-teardown.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Limits only end what hangs: a machine with other work takes many times what an idle one does.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  reporter: "list",
  use: {
    baseURL,
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 60_000,
    locale: "en-GB",
    timezoneId: "Etc/UTC",
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" "${join(root, ".next", "standalone", "server.js")}"`,
    url: `${baseURL}/api/v1/health`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    env: { PORT: port, HOSTNAME: "127.0.0.1", PULLPATH_DATA: dataFolder, PULLPATH_LOG_LEVEL: "warn" },
  },
});
