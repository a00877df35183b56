import * as z from "zod/mini";
import { updateNodeSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { getNode } from "@/lib/server/nodes/queries";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";

const params = z.object({ id: z.string() });

export const GET = route({
  permission: "read",
  params,
  handle: ({ actor, params: { id } }) => getNode(actor, id),
});

export const PATCH = route({
  permission: "nodes:write",
  params,
  body: updateNodeSchema,
  handle: ({ actor, params: { id }, body }) => updateNode(id, body, actor),
});

export const DELETE = route({
  permission: "nodes:write",
  params,
  handle: ({ actor, params: { id } }) => deleteNode(id, actor),
});
