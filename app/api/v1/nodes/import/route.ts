import { importNodesSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { importNodes } from "@/lib/server/nodes/import-nodes";

export const POST = route({
  permission: "nodes:write",
  body: importNodesSchema,
  // 5,000 nodes with long names take more than the usual mebibyte.
  maxBytes: 4 * 1024 * 1024,
  handle: ({ actor, body }) => importNodes(body, actor),
});
