import { checkDriftSchema } from "@/lib/domain/drift/schema";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "nodes:write",
  body: checkDriftSchema,
  handle: async ({ actor, body: { nodeIds } }) => ({ checked: await checkDrift(nodeIds, actor) }),
});
