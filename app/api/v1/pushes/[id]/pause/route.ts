import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { pausePush } from "@/lib/server/pushes/pause-push";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => pausePush(id, actor),
});
