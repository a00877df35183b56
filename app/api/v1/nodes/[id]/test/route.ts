import * as z from "zod/mini";
import { route } from "@/lib/server/http/handler";
import { testNode } from "@/lib/server/nodes/test-node";

export const POST = route({
  permission: "nodes:write",
  params: z.object({ id: z.string() }),
  handle: ({ actor, params: { id } }) => testNode(id, actor),
});
