import { requireOwnPassword } from "@/lib/server/auth/actor";
import { logout, revokeSession } from "@/lib/server/auth/sessions";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";

// `current` is the session of the request itself, whose browser then forgets its cookie.
export const DELETE = route({
  permission: "read",
  bySession: true,
  beforePasswordChange: true,
  params: idParams,
  handle: async ({ actor, params, request }) => {
    if (params.id === "current" || params.id === actor.sessionId)
      return jsonWithCookies(undefined, 204, await logout(actor, request.headers));
    requireOwnPassword(actor);
    return revokeSession(params.id, actor);
  },
});
