import { loginSchema } from "@/lib/domain/people/schema";
import { login } from "@/lib/server/auth/login";
import { listSessions } from "@/lib/server/auth/sessions";
import { publicRoute, route } from "@/lib/server/http/handler";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";

export const GET = route({
  permission: "read",
  bySession: true,
  handle: async ({ actor }) => ({ sessions: await listSessions(actor) }),
});

export const POST = publicRoute({
  body: loginSchema,
  maxBytes: 16 * 1024,
  handle: async ({ body, request, address, requestId }) => {
    const { user, cookies } = await login(body, { head: request.headers, address, requestId });
    return jsonWithCookies({ user }, 201, cookies);
  },
});
