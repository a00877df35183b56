import { passwordChangeSchema } from "@/lib/domain/people/schema";
import { route } from "@/lib/server/http/handler";
import { jsonWithCookies } from "@/lib/server/http/with-cookies";
import { changeOwnPassword } from "@/lib/server/people/change-own-password";

export const PUT = route({
  permission: "read",
  bySession: true,
  beforePasswordChange: true,
  body: passwordChangeSchema,
  maxBytes: 16 * 1024,
  handle: async ({ actor, body, request }) =>
    jsonWithCookies(undefined, 204, await changeOwnPassword(body, actor, request.headers)),
});
