import { setupSchema } from "@/lib/domain/people/schema";
import { createAdmin } from "@/lib/server/auth/create-admin";
import { login } from "@/lib/server/auth/login";
import { publicRoute } from "@/lib/server/http/handler";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";

export const POST = publicRoute({
  body: setupSchema,
  handle: async ({ body, request, address, requestId }) => {
    const visitor = { head: request.headers, address, requestId };
    await createAdmin(body, visitor);
    const { user, cookies } = await login(body, visitor);
    return jsonWithCookies({ user }, 201, cookies);
  },
});
