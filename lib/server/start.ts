import "server-only";
import { boot } from "./boot";
import { loadEnv } from "./env";

function explain(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const cause = error.cause instanceof Error ? `\n  ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}

/** Ends the process with a sentence for the person who started it. */
function refuse(what: string, error: unknown): never {
  process.stderr.write(`\nPullpath cannot start: ${what}\n${explain(error)}\n\n`);
  process.exit(1);
}

/** Checks the environment and prepares the data; Next lets requests in after that. */
export async function startServer(): Promise<void> {
  try {
    loadEnv();
  } catch (error) {
    refuse("these settings are wrong (see .env.example).", error);
  }
  try {
    await boot();
  } catch (error) {
    refuse("the data folder or the database cannot be used.", error);
  }
}
