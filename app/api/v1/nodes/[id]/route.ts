import { updateNodeSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { getNode } from "@/lib/server/nodes/queries";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => getNode(actor, id),
});

export const PATCH = route({
  permission: "nodes:write",
  params: idParams,
  body: updateNodeSchema,
  handle: ({ actor, params: { id }, body }) => updateNode(id, body, actor),
});

export const DELETE = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteNode(id, actor),
});
