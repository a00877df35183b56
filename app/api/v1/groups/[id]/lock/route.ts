import { lockGroupSchema } from "@/lib/domain/groups/lock-schema";
import { liftLock, lockGroup } from "@/lib/server/groups/lock-group";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const PUT = route({
  permission: "pushes:write",
  params: idParams,
  body: lockGroupSchema,
  handle: ({ actor, params: { id }, body }) => lockGroup(id, body, actor),
});

export const DELETE = route({
  permission: "pushes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => liftLock(id, actor),
});
