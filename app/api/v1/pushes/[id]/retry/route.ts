import * as z from "zod/mini";
import { route } from "@/lib/server/http/handler";
import { readIdempotencyKey } from "@/lib/server/http/idempotency-key";
import { retryPush } from "@/lib/server/pushes/retry-push";

export const POST = route({
  permission: "pushes:write",
  params: z.object({ id: z.string() }),
  status: 201,
  handle: ({ actor, params: { id }, request }) => retryPush(id, readIdempotencyKey(request), actor),
});
