import * as z from "zod/mini";
import { startPushSchema } from "@/lib/domain/pushes/review";
import { route } from "@/lib/server/http/handler";
import { readIdempotencyKey } from "@/lib/server/http/idempotency-key";
import { listPushes, listRunningPushes } from "@/lib/server/pushes/queries";
import { startPush } from "@/lib/server/pushes/start-push";

/** `?running=true` lists only what is queued or running. */
export const GET = route({
  permission: "read",
  query: z.object({ running: z.optional(z.enum(["true", "false"])) }),
  handle: ({ actor, query }) => (query.running === "true" ? listRunningPushes(actor) : listPushes(actor)),
});

export const POST = route({
  permission: "pushes:write",
  body: startPushSchema,
  status: 201,
  handle: ({ actor, body, request }) => startPush(body, readIdempotencyKey(request), actor),
});
