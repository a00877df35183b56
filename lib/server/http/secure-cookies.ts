import "server-only";
import { env } from "@/lib/server/env";

const lastOf = (list: string | null) => list?.split(",").at(-1)?.trim().toLowerCase();

/** Whether the browser came over TLS although no address is named: only the proxy can tell, when it is trusted. */
const cameOverTls = (head: Headers) =>
  env.url === undefined && env.trustedProxy && lastOf(head.get("x-forwarded-proto")) === "https";

/** Keeps cookies of a request that came over TLS from ever being sent without it. */
export function secureCookies(response: Response, head: Headers): Response {
  const cookies = response.headers.getSetCookie();
  if (cookies.length === 0 || !cameOverTls(head)) return response;
  response.headers.delete("set-cookie");
  for (const cookie of cookies)
    response.headers.append(
      "set-cookie",
      /;\s*secure\s*(?:;|$)/i.test(cookie) ? cookie : `${cookie}; Secure`,
    );
  return response;
}
