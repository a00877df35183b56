import { updateGroupSchema } from "@/lib/domain/groups/schema";
import { getGroup } from "@/lib/server/groups/queries";
import { deleteGroup, updateGroup } from "@/lib/server/groups/write-group";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => getGroup(actor, id),
});

export const PATCH = route({
  permission: "nodes:write",
  params: idParams,
  body: updateGroupSchema,
  handle: ({ actor, params: { id }, body }) => updateGroup(id, body, actor),
});

export const DELETE = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteGroup(id, actor),
});
