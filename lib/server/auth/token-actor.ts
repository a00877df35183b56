import "server-only";
import { readRole } from "@/lib/domain/people/roles";
import { isTokenScope } from "@/lib/domain/tokens/scopes";
import { tokenStateOf } from "@/lib/domain/tokens/views";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log";
import type { Actor } from "./actor";
import { addressHeader, readerLocale } from "./request-headers";
import { hashToken, isTokenText } from "./token-text";

/**
 * The token that a request carries. Only ours are looked for: a proxy in front may add a bearer of its own to what
 * browsers send.
 */
export const tokenIn = (head: Headers): string | undefined =>
  /^Bearer\s+(pp_.*)$/i.exec(head.get("authorization") ?? "")?.[1];

const find = (hash: string) => db().apiToken.findUnique({ where: { hash }, include: { user: true } });
type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

function faultOf({ user, ...row }: Row, now: Date): string | undefined {
  const state = tokenStateOf(row, now);
  if (state !== "active") return state;
  if (user.disabledAt) return "owner-disabled";
  return user.mustChangePassword ? "owner-must-change-password" : undefined;
}

/** Whoever sent it is not told why, and the log is. */
function refuse(why: string, id?: string): undefined {
  log.warn("token.refused", { why, id });
}

const often = 60 * 1000;

/** Remembers the use, at most once a minute: reads should not each become a write. */
async function markUsed({ id, lastUsedAt }: Row, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < often) return;
  await db().apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
}

/** What stands in the database and is no scope grants nothing. */
export const readScopes = (scopes: string) => scopes.split(" ").filter(isTokenScope);

/** Who acts by a token; undefined when it opens nothing. */
export async function findTokenActor(
  text: string,
  head: Headers,
  requestId: string,
): Promise<Actor | undefined> {
  if (!isTokenText(text)) return refuse("malformed");
  const row = await find(hashToken(text));
  if (!row) return refuse("unknown");
  const now = new Date();
  const { id, name, user } = row;
  const fault = faultOf(row, now);
  if (fault) return refuse(fault, id);
  const role = readRole(user.role);
  if (!role) return refuse("owner-without-role", id);
  await markUsed(row, now);
  return {
    userId: user.id,
    name: `${user.name} (token ${name})`,
    role,
    sessionId: null,
    token: { id, scopes: readScopes(row.scopes) },
    locale: readerLocale(head),
    address: head.get(addressHeader),
    requestId,
    passwordCheckedAt: null,
    mustChangePassword: false,
  };
}
