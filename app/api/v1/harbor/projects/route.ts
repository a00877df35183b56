import { readHarborSchema } from "@/lib/domain/harbor/schema";
import { readHarbor } from "@/lib/server/harbor/read-harbor";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "registries:test",
  body: readHarborSchema,
  maxBytes: 64 * 1024,
  handle: ({ actor, body, request }) => readHarbor(body, actor, { signal: request.signal }),
});
