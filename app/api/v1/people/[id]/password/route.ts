import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { resetPassword } from "@/lib/server/people/reset-password";

// Answers with a new one-time password, which no other answer holds.
export const POST = route({
  permission: "people:write",
  params: idParams,
  handle: ({ actor, params }) => resetPassword(params.id, actor),
});
