import "server-only";

/** JSON with cookies to set. */
export function jsonWithCookies(value: unknown, status: number, cookies: string[]): Response {
  const response = value === undefined ? new Response(null, { status }) : Response.json(value, { status });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}
