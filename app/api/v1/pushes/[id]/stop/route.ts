import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { stopPush } from "@/lib/server/pushes/stop-push";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => stopPush(id, actor),
});
