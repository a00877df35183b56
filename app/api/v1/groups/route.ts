import { groupSchema } from "@/lib/domain/groups/schema";
import { listGroups } from "@/lib/server/groups/queries";
import { createGroup } from "@/lib/server/groups/write-group";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listGroups(actor) });

export const POST = route({
  permission: "nodes:write",
  body: groupSchema,
  status: 201,
  handle: ({ actor, body }) => createGroup(body, actor),
});
