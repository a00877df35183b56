import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { addressHeader, pathHeader } from "@/lib/server/auth/request-headers";
import { env } from "@/lib/server/env";
import { singleton } from "@/lib/server/singleton";

/** The client as the trusted proxy saw it, which appends to the list; without a proxy, the other end of the socket. */
function clientAddress(request: IncomingMessage): string {
  const forwarded = env.trustedProxy ? String(request.headers["x-forwarded-for"] ?? "") : "";
  const address = forwarded.split(",").at(-1)?.trim() || (request.socket.remoteAddress ?? "unknown");
  return address.replace(/^::ffff:(?=\d+\.)/, "").slice(0, 64);
}

function stamp(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  request.headers[addressHeader] = clientAddress(request);
  request.headers[pathHeader] = request.url?.slice(0, 2000) ?? "/";
  if (!env.trustedProxy) delete request.headers["x-request-id"];
}

/**
 * Writes the client's address and the path onto each request as it arrives, over whatever the client sent under these
 * names. A route of Next does not see the socket, and X-Forwarded-For is whatever the client says it is.
 */
export const stampRequests = (): void =>
  singleton("http.stamp", () => subscribe("http.server.request.start", stamp));
