import { fail, ok, type Result } from "@/lib/domain/result";

export type SystemHealth = {
  version: string;
  database: "ok" | "failing";
  secrets: "ready" | "key-missing" | "key-wrong";
  /** How far the clock of the server is ahead of this browser's, in whole seconds; null when it does not say. */
  clockSkew: number | null;
};

function skewOf(response: Response): number | null {
  const server = Date.parse(response.headers.get("date") ?? "");
  return Number.isNaN(server) ? null : Math.round((server - Date.now()) / 1000);
}

/** Asks how the server is. A failing one answers 503 with the same body, so the status alone is no error. */
export async function readHealth(path: string): Promise<Result<SystemHealth, "offline">> {
  try {
    const response = await fetch(path, { cache: "no-store" });
    const health: Omit<SystemHealth, "clockSkew"> = await response.json();
    return ok({ ...health, clockSkew: skewOf(response) });
  } catch {
    return fail("offline");
  }
}
