/** Runs once when the server starts. A server that cannot work says why and ends, so that nobody takes it for healthy. */
export async function register(): Promise<void> {
  const { startServer } = await import("@/lib/server/start");
  const { stampRequests } = await import("@/lib/server/http/stamp-requests");
  await startServer();
  stampRequests();
}
