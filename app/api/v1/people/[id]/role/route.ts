import { roleSchema } from "@/lib/domain/people/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { changeRole } from "@/lib/server/people/change-role";

export const PUT = route({
  permission: "people:write",
  params: idParams,
  body: roleSchema,
  maxBytes: 16 * 1024,
  handle: ({ actor, params, body }) => changeRole(params.id, body.role, actor),
});
