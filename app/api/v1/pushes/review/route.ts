import { reviewPushSchema } from "@/lib/domain/pushes/review";
import { route } from "@/lib/server/http/handler";
import { reviewPush } from "@/lib/server/pushes/review-push";

export const POST = route({
  permission: "pushes:write",
  body: reviewPushSchema,
  handle: ({ actor, body }) => reviewPush(body.groupId, actor, body.revision),
});
