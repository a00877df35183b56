import "server-only";
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { env } from "./env";

const othersMayRead = (path: string) => (statSync(path).mode & 0o077) !== 0;

/** Makes the data folder and the database file, both for their owner alone; a folder given to us is closed up too. */
export function prepareDataFolder(): void {
  for (const folder of new Set([env.dataFolder, dirname(env.databaseFile)]))
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (othersMayRead(env.dataFolder)) chmodSync(env.dataFolder, 0o700);

  // SQLite gives its side files (-wal, -shm) the mode of the database file.
  closeSync(openSync(env.databaseFile, "a", 0o600));
  if (othersMayRead(env.databaseFile)) chmodSync(env.databaseFile, 0o600);
}
