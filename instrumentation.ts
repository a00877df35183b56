import type { Instrumentation } from "next";

// Next compiles this file for its edge runtime too, and leaves out there what `NEXT_RUNTIME` excludes.

/** Runs once when the server starts. A server that cannot work says why and ends, so that nobody takes it for healthy. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startServer } = await import("@/lib/server/start");
  const { stampRequests } = await import("@/lib/server/http/stamp-requests");
  const { startRunner } = await import("@/lib/server/pushes/runner");
  const { startDriftWatch } = await import("@/lib/server/drift/watch");
  await startServer();
  stampRequests();
  startRunner();
  startDriftWatch();
}

/** A page that failed: readers see the digest, the log has the reason. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { log } = await import("@/lib/server/log");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  const [path] = request.path.split("?");
  log.error("page.failed", { error, digest, path, method: request.method, route: context.routePath });
};
