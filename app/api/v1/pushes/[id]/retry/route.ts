import { retryPushSchema } from "@/lib/domain/pushes/continue";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { readIdempotencyKey } from "@/lib/server/http/idempotency-key";
import { retryPush } from "@/lib/server/pushes/retry-push";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  query: retryPushSchema,
  status: 201,
  handle: ({ actor, params: { id }, query, request }) =>
    retryPush({ ...query, id, key: readIdempotencyKey(request) }, actor),
});
