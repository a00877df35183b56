/** Runs once when the server starts. A server that cannot work says why and ends, so that nobody takes it for healthy. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, and leaves out there what this condition excludes.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startServer } = await import("@/lib/server/start");
  const { stampRequests } = await import("@/lib/server/http/stamp-requests");
  await startServer();
  stampRequests();
}
