import "server-only";
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { env } from "./env";
import { log } from "./log";

const ownNames = /^(?:pullpath\.db|master\.key|setup-token)/;

const othersMayRead = (path: string) => (statSync(path).mode & 0o077) !== 0;
const holdsOnlyOurs = (folder: string) => readdirSync(folder).every((name) => ownNames.test(name));

/**
 * Makes the data folder and the database file, both for their owner alone. A folder that existed is closed to others,
 * too, unless it holds other things: someone may have named a folder that is not meant for us alone.
 */
export function prepareDataFolder(): void {
  for (const folder of new Set([env.dataFolder, dirname(env.databaseFile)]))
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (othersMayRead(env.dataFolder)) {
    if (holdsOnlyOurs(env.dataFolder)) chmodSync(env.dataFolder, 0o700);
    else log.warn("data-folder.open-to-others", { path: env.dataFolder });
  }

  // SQLite gives its side files (-wal, -shm) the mode of the database file.
  closeSync(openSync(env.databaseFile, "a", 0o600));
  if (othersMayRead(env.databaseFile)) chmodSync(env.databaseFile, 0o600);
}
