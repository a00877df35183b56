import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { addressHeader, pathHeader } from "@/lib/server/auth/request-headers";
import { env } from "@/lib/server/env";

const channel = "http.server.request.start";

/** The client as the trusted proxy saw it, which appends to the list; without a proxy, the other end of the socket. */
function clientAddress(request: IncomingMessage): string {
  const forwarded = env.trustedProxy ? String(request.headers["x-forwarded-for"] ?? "") : "";
  const address = forwarded.split(",").at(-1)?.trim() || (request.socket.remoteAddress ?? "unknown");
  return address.replace(/^::ffff:(?=\d+\.)/, "").slice(0, 64);
}

/** The page's own address: Next adds `_rsc` when it fetches a page in the background. */
function pagePath(target: string): string {
  const [path = "/", query = ""] = target.split("?", 2);
  const rest = query.split("&").filter((pair) => pair !== "" && !pair.startsWith("_rsc="));
  return (rest.length > 0 ? `${path}?${rest.join("&")}` : path).slice(0, 2000);
}

function stamp(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  request.headers[addressHeader] = clientAddress(request);
  request.headers[pathHeader] = pagePath(request.url ?? "/");
  if (!env.trustedProxy) delete request.headers["x-request-id"];
}

/**
 * Writes the client's address and the path onto each request as it arrives, over whatever the client sent under these
 * names. A route of Next does not see the socket, and X-Forwarded-For is whatever the client says it is. Returns how
 * to stop.
 */
export function stampRequests(): () => void {
  subscribe(channel, stamp);
  return () => unsubscribe(channel, stamp);
}
