import { disabledSchema } from "@/lib/domain/people/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { setDisabled } from "@/lib/server/people/disable-person";

export const PUT = route({
  permission: "people:write",
  params: idParams,
  body: disabledSchema,
  maxBytes: 16 * 1024,
  handle: ({ actor, params, body }) => setDisabled(params.id, body.disabled, actor),
});
