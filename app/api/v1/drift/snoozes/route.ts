import { snoozeDriftSchema, wakeDriftSchema } from "@/lib/domain/drift/schema";
import { snoozeDrift, wakeDrift } from "@/lib/server/drift/snooze-drift";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "pushes:write",
  body: snoozeDriftSchema,
  handle: ({ actor, body }) => snoozeDrift(body, actor),
});

export const DELETE = route({
  permission: "pushes:write",
  body: wakeDriftSchema,
  handle: ({ actor, body: { nodeIds } }) => wakeDrift(nodeIds, actor),
});
