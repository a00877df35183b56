import * as z from "zod/mini";
import { revokeSession } from "@/lib/server/auth/sessions";
import { route } from "@/lib/server/http/handler";

export const DELETE = route({
  permission: "read",
  params: z.object({ id: z.string() }),
  handle: ({ actor, params }) => revokeSession(params.id, actor),
});
