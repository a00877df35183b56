import "server-only";
import packageFile from "@/package.json";
import { db } from "./db/client";
import { log } from "./log";
import { type VaultState, vaultState } from "./secrets/vault";

export type Health = {
  status: "ok" | "degraded" | "failing";
  version: string;
  database: "ok" | "failing";
  secrets: VaultState;
};

async function databaseAnswers(): Promise<boolean> {
  try {
    await db().setting.count();
    return true;
  } catch (error) {
    log.error("health.database", { error });
    return false;
  }
}

/** How the service is, in words that tell a stranger nothing. */
export async function readHealth(): Promise<Health> {
  const database = (await databaseAnswers()) ? "ok" : "failing";
  const secrets = vaultState();
  const status = database === "failing" ? "failing" : secrets === "ready" ? "ok" : "degraded";
  return { status, version: packageFile.version, database, secrets };
}
