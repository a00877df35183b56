import { passwordChangeSchema } from "@/lib/domain/people/schema";
import { route } from "@/lib/server/http/handler";
import { changeOwnPassword } from "@/lib/server/people/change-own-password";

export const PUT = route({
  permission: "read",
  beforePasswordChange: true,
  body: passwordChangeSchema,
  maxBytes: 16 * 1024,
  handle: ({ actor, body, request }) => changeOwnPassword(body, actor, request.headers),
});
