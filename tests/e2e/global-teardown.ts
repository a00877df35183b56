import { existsSync, readFileSync, rmSync } from "node:fs";
import { reportFile } from "./budgets/report";

/** Removes the data folder that the configuration made for this run, and prints what was measured below everything else. */
export default function endRun() {
  const folder = process.env["PULLPATH_E2E_DATA"];
  if (folder) rmSync(folder, { recursive: true, force: true });
  if (existsSync(reportFile)) console.log(`\n${readFileSync(reportFile, "utf8")}`);
}
