import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { RouteHandler } from "@/lib/server/http/handler";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type FoundRoute = { name: string; method: string; handler: RouteHandler };

/** Every route there is, as `POST /api/v1/nodes/[id]/test`, in the order of their paths. */
export async function findRoutes(): Promise<FoundRoute[]> {
  const files = readdirSync("app/api", { recursive: true, encoding: "utf8" });
  const found: FoundRoute[] = [];
  for (const file of files.filter((path) => path.endsWith("route.ts")).sort()) {
    const exported: Record<string, RouteHandler> = await import(join(process.cwd(), "app", "api", file));
    for (const method of methods) {
      const handler = exported[method];
      if (handler)
        found.push({ name: `${method} /api/${file.replace(/\/route\.ts$/, "")}`, method, handler });
    }
  }
  return found;
}
