import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { testNode } from "@/lib/server/nodes/test-node";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => testNode(id, actor),
});
