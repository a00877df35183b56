import * as z from "zod/mini";
import { updateGroupSchema } from "@/lib/domain/groups/schema";
import { getGroup } from "@/lib/server/groups/queries";
import { deleteGroup, updateGroup } from "@/lib/server/groups/write-group";
import { route } from "@/lib/server/http/handler";

const params = z.object({ id: z.string() });

export const GET = route({
  permission: "read",
  params,
  handle: ({ actor, params: { id } }) => getGroup(actor, id),
});

export const PATCH = route({
  permission: "nodes:write",
  params,
  body: updateGroupSchema,
  handle: ({ actor, params: { id }, body }) => updateGroup(id, body, actor),
});

export const DELETE = route({
  permission: "nodes:write",
  params,
  handle: ({ actor, params: { id } }) => deleteGroup(id, actor),
});
