// Where the data lies, for every program that opens it.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./steps.mjs";

/** Settings that hold a path. The server changes its folder when it starts, so they are made absolute before. */
const pathSettings = ["PULLPATH_DATA", "PULLPATH_MASTER_KEY_FILE"];

/** Takes over the file `.env` of the project; what is set already stands. */
export function readEnvironmentFile() {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Makes the settings of the data absolute, counted from the project. */
export function placeData() {
  process.env["PULLPATH_DATA"] ||= "data";
  for (const name of pathSettings) {
    const value = process.env[name];
    if (value) process.env[name] = resolve(root, value);
  }
  const database = process.env["DATABASE_URL"];
  if (database?.startsWith("file:"))
    process.env["DATABASE_URL"] = `file:${resolve(root, database.slice("file:".length))}`;
}
