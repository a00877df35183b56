import { createNodeSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { createNode } from "@/lib/server/nodes/create-node";
import { listNodes } from "@/lib/server/nodes/queries";

export const GET = route({ permission: "read", handle: ({ actor }) => listNodes(actor) });

export const POST = route({
  permission: "nodes:write",
  body: createNodeSchema,
  status: 201,
  handle: ({ actor, body }) => createNode(body, actor),
});
