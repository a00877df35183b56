import * as z from "zod/mini";
import { identify } from "@/lib/server/auth/admit";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { streamPush } from "@/lib/server/pushes/stream-push";

/** Server-sent events; `Last-Event-ID`, or `after` on the first request, tells where to go on. */
export const GET = route({
  permission: "read",
  params: idParams,
  query: z.object({ after: z.optional(z.coerce.number().check(z.int(), z.minimum(0))) }),
  handle: ({ actor, params: { id }, query, request, requestId }) => {
    const last = Number(request.headers.get("last-event-id") ?? Number.NaN);
    return streamPush(id, {
      actor,
      after: Number.isSafeInteger(last) && last >= 0 ? last : (query.after ?? 0),
      signal: request.signal,
      isAllowed: async () => (await identify(request.headers, requestId, false)) !== undefined,
    });
  },
});
