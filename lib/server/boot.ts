import "server-only";
import { announceSetup } from "./auth/setup-token";
import { prepareDataFolder } from "./data-folder";
import { migrate } from "./db/migrate";
import { env } from "./env";
import { log } from "./log";
import { openVault } from "./secrets/vault";

/** Everything that must be done before the first request. */
export async function boot(): Promise<void> {
  prepareDataFolder();
  const migrations = migrate(env.databaseFile);
  const vault = await openVault();
  await announceSetup();
  log.info("server.ready", { migrations, vault });
}
