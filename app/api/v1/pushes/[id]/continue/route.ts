import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { continuePush } from "@/lib/server/pushes/pause-push";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => continuePush(id, actor),
});
