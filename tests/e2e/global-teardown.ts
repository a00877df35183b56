import { rmSync } from "node:fs";

/** Removes the data folder that the configuration made for this run. */
export default function removeDataFolder() {
  const folder = process.env["PULLPATH_E2E_DATA"];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
