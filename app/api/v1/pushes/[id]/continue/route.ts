import { continuePushSchema } from "@/lib/domain/pushes/continue";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { continuePush } from "@/lib/server/pushes/pause-push";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  body: continuePushSchema,
  handle: ({ actor, params: { id }, body }) => continuePush(id, body, actor),
});
