import "server-only";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/server/env";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

const lastOf = (list: string | null) => list?.split(",").at(-1)?.trim();

/** The host a browser shows for us: the named one, or the one this request asks for. */
function ownHost(head: Headers): string | undefined {
  if (env.url) return new URL(env.url).host;
  const forwarded = env.trustedProxy ? lastOf(head.get("x-forwarded-host")) : undefined;
  return forwarded ?? head.get("host") ?? undefined;
}

const isOwnOrigin = (origin: string, head: Headers) =>
  URL.canParse(origin) &&
  (env.url ? new URL(origin).origin === env.url : new URL(origin).host === ownHost(head));

/**
 * Refuses a write that a page of another site made a browser send. Browsers state the origin of every write; a client
 * that states none is no browser and holds no cookie it was not given on purpose.
 */
export function checkOrigin(request: Request): void {
  if (safeMethods.includes(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none")
    throw new AppError("forbidden", "originWrong");
  if (origin !== null && !isOwnOrigin(origin, request.headers))
    throw new AppError("forbidden", "originWrong");
}
