import { logout } from "@/lib/server/auth/sessions";
import { route } from "@/lib/server/http/handler";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";

export const DELETE = route({
  permission: "read",
  handle: async ({ actor, request }) => jsonWithCookies(undefined, 204, await logout(actor, request.headers)),
});
