import { createHmac, randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/people/roles";
import type { Actor } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { sessionSecret } from "@/lib/server/secrets/vault";

const testOrigin = "http://pullpath.test";

/** Someone with this role, for calling a command or query directly. */
export const actorWith = (role: Role, more: Partial<Actor> = {}): Actor => ({
  userId: `user-${role}`,
  name: role,
  role,
  sessionId: `session-${role}`,
  token: null,
  locale: "en",
  address: "127.0.0.1",
  requestId: "request-test",
  passwordCheckedAt: null,
  mustChangePassword: false,
  ...more,
});

const hour = 60 * 60 * 1000;

/** The cookie of a new session of the stored user with this role, who is made when there is none. */
export async function sessionCookie(role: Role, more: { passwordCheckedAt?: Date } = {}): Promise<string> {
  const id = `user-${role}`;
  await db().user.upsert({
    where: { id },
    create: { id, name: role, email: `${role}@test.invalid`, username: role, displayUsername: role, role },
    update: {},
  });
  const token = randomUUID();
  const expiresAt = new Date(Date.now() + hour);
  await db().session.create({ data: { id: randomUUID(), userId: id, token, expiresAt, ...more } });
  // The form of better-auth's signed cookies (better-call 1.x, `setSignedCookie`).
  const signature = createHmac("sha256", sessionSecret()).update(token).digest("base64");
  return `pullpath.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

type RequestOptions = { method?: string; body?: unknown; headers?: Record<string, string> };

/** A request as the browser sends it, without a login. */
export function apiRequest(
  path: string,
  { method = "GET", body, headers = {} }: RequestOptions = {},
): Request {
  return new Request(`${testOrigin}${path}`, {
    method,
    headers: {
      host: new URL(testOrigin).host,
      ...(method !== "GET" && { origin: testOrigin, "sec-fetch-site": "same-origin" }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

/** A request of someone logged in with this role, as the browser sends it. */
export async function loggedInRequest(
  role: Role,
  path: string,
  { passwordCheckedAt, ...options }: RequestOptions & { passwordCheckedAt?: Date } = {},
): Promise<Request> {
  const cookie = await sessionCookie(role, passwordCheckedAt ? { passwordCheckedAt } : {});
  return apiRequest(path, { ...options, headers: { cookie, ...options.headers } });
}
