import * as z from "zod/mini";
import { route } from "@/lib/server/http/handler";
import { stopPush } from "@/lib/server/pushes/stop-push";

export const POST = route({
  permission: "pushes:write",
  params: z.object({ id: z.string() }),
  handle: ({ actor, params: { id } }) => stopPush(id, actor),
});
