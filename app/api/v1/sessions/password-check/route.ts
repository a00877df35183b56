import { passwordCheckSchema } from "@/lib/domain/people/schema";
import { checkPassword } from "@/lib/server/auth/login";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "read",
  bySession: true,
  body: passwordCheckSchema,
  maxBytes: 16 * 1024,
  handle: ({ actor, body, request }) => checkPassword(body.password, actor, request.headers),
});
