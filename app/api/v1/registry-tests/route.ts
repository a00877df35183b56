import { registryTestSchema } from "@/lib/domain/registry-test/schema";
import { route } from "@/lib/server/http/handler";
import { testRegistry } from "@/lib/server/registry-test/test-registry";

export const POST = route({
  permission: "registries:test",
  body: registryTestSchema,
  maxBytes: 64 * 1024,
  handle: ({ actor, body, request }) => testRegistry(body, actor, { signal: request.signal }),
});
