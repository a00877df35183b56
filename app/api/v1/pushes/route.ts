import { startPushSchema } from "@/lib/domain/pushes/review";
import { route } from "@/lib/server/http/handler";
import { readIdempotencyKey } from "@/lib/server/http/idempotency-key";
import { listPushes } from "@/lib/server/pushes/queries";
import { startPush } from "@/lib/server/pushes/start-push";

export const GET = route({ permission: "read", handle: ({ actor }) => listPushes(actor) });

export const POST = route({
  permission: "pushes:write",
  body: startPushSchema,
  status: 201,
  handle: ({ actor, body, request }) => startPush(body, readIdempotencyKey(request), actor),
});
