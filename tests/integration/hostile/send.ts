import { apiRequest, sessionCookie } from "@/tests/support/actors";
import type { FoundRoute } from "@/tests/support/routes";
import type { Row } from "./row";
import { echo, toJson } from "./values";
import type { World } from "./world";

export type Asked = { body?: unknown; query?: Record<string, string>; params?: Record<string, string> };
export type Answer = { status: number; text: string; value: unknown };

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const errorOf = (value: unknown): Record<string, unknown> =>
  value instanceof Object && "error" in value && value.error instanceof Object ? { ...value.error } : {};

/** What is wrong with an answer, whatever was asked. */
function faultOf({ status, text, value }: Answer, requestId: string | null, row: Row): string | null {
  if (status >= 500 && !(status === 503 && row.isRemote === true)) return `answers ${status}`;
  if (text.includes(echo)) return `answers ${status} with the long value`;
  if (status < 400 || status === row.unreadable) return requestId === null ? "names no request" : null;
  const { message, requestId: told } = errorOf(value);
  if (typeof message !== "string" || !/^\S.*[.。]$/u.test(message)) return `says "${message}"`;
  return typeof told === "string" && told === requestId ? null : "does not name the request";
}

/** Asks a route as an administrator who has just typed the password again. */
export function asker(world: World) {
  let cookie: string | undefined;
  return async ({ name, method, handler }: FoundRoute, row: Row, asked: Asked) => {
    cookie ??= await sessionCookie("admin", { passwordCheckedAt: new Date() });
    const query = new URLSearchParams(asked.query).toString();
    const request = apiRequest(`/api/v1/x${query && `?${query}`}`, {
      method,
      // A login would end the session of who sends it.
      headers: {
        "content-type": "application/json",
        ...(handler.access !== "public" && { cookie }),
        ...(await row.headers?.(world)),
      },
      ...(asked.body !== undefined && { body: toJson(asked.body) }),
    });
    const { params = {} } = asked;
    const response = await handler(request, { params: Promise.resolve(params) });
    // A live stream has no end to wait for.
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true;
    if (isStream) await response.body?.cancel();
    const text = isStream ? "" : await response.text();
    const answer = { status: response.status, text, value: read(text) };
    return { answer, name, fault: faultOf(answer, response.headers.get("x-request-id"), row) };
  };
}
