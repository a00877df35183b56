import { handleFaultSchema } from "@/lib/domain/pushes/continue";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { handleFault } from "@/lib/server/pushes/handle-fault";

export const POST = route({
  permission: "pushes:write",
  params: idParams,
  body: handleFaultSchema,
  handle: ({ actor, params: { id }, body }) => handleFault(id, body, actor),
});
