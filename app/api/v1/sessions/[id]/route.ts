import * as z from "zod/mini";
import { logout, revokeSession } from "@/lib/server/auth/sessions";
import { route } from "@/lib/server/http/handler";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";

// `current` is the session of the request itself, whose browser then forgets its cookie.
export const DELETE = route({
  permission: "read",
  params: z.object({ id: z.string() }),
  handle: async ({ actor, params, request }) =>
    params.id === "current" || params.id === actor.sessionId
      ? jsonWithCookies(undefined, 204, await logout(actor, request.headers))
      : revokeSession(params.id, actor),
});
