import { importNodesSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { importNodes } from "@/lib/server/nodes/import-nodes";

export const POST = route({
  permission: "nodes:write",
  body: importNodesSchema,
  handle: ({ actor, body }) => importNodes(body, actor),
});
