import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { readNodeTemplates } from "@/lib/server/nodes/read-node-templates";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => readNodeTemplates(id, actor),
});
