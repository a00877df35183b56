import { reachPushSchema } from "@/lib/domain/pushes/reach";
import { route } from "@/lib/server/http/handler";
import { reachPush } from "@/lib/server/pushes/reach-push";

export const POST = route({
  permission: "pushes:write",
  body: reachPushSchema,
  handle: ({ actor, body, request }) => reachPush(body, actor, { signal: request.signal }),
});
