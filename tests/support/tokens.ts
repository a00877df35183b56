import { DELETE as revoke } from "@/app/api/v1/tokens/[id]/route";
import { POST as create, GET as list } from "@/app/api/v1/tokens/route";
import type { Role } from "@/lib/domain/people/roles";
import type { TokenScope } from "@/lib/domain/tokens/scopes";
import type { MadeToken, TokenView } from "@/lib/domain/tokens/views";
import { hashToken, makeTokenText } from "@/lib/server/auth/token-text";
import { db } from "@/lib/server/db/client";
import { apiRequest, sessionCookie } from "./actors";

export const bearer = (text: string) => ({ authorization: `Bearer ${text}` });

const request = (headers: Record<string, string>, method: string, body?: unknown) =>
  apiRequest("/api/v1/x", { method, body, headers });

/** The routes of tokens, each called with a cookie or a token. */
export const tokens = {
  list: async (headers: Record<string, string>) => list(request(headers, "GET")),
  create: async (headers: Record<string, string>, body: unknown) => create(request(headers, "POST", body)),
  revoke: async (headers: Record<string, string>, id: string) =>
    revoke(request(headers, "DELETE"), { params: Promise.resolve({ id }) }),
};

/** Somebody with this role who has just entered the password again. */
export const trustedAs = async (role: Role) => ({
  cookie: await sessionCookie(role, { passwordCheckedAt: new Date() }),
});

/** Makes a token as the page does. */
export async function made(role: Role, scopes: readonly TokenScope[], name = "ci"): Promise<MadeToken> {
  const answer = await tokens.create(await trustedAs(role), { name, scopes, days: 90 });
  if (answer.status !== 201) throw new Error(await answer.text());
  return answer.json();
}

export const listed = async (role: Role): Promise<TokenView[]> =>
  (await (await tokens.list({ cookie: await sessionCookie(role) })).json()).tokens;

type Columns = { expiresAt?: Date; revokedAt?: Date; name?: string };

/** A token of the stored user with this role, whatever it may be made of. */
export async function storedToken(role: Role, scopes: string, more: Columns = {}) {
  await sessionCookie(role);
  const text = makeTokenText();
  const data = { name: "stored", hash: hashToken(text), scopes, userId: `user-${role}` };
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  const { id } = await db().apiToken.create({ data: { ...data, expiresAt, ...more } });
  return { id, text };
}
