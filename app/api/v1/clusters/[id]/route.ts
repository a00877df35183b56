import * as z from "zod/mini";
import { renameSchema } from "@/lib/domain/nodes/schema";
import { renameCluster } from "@/lib/server/clusters/rename-cluster";
import { route } from "@/lib/server/http/handler";

export const PATCH = route({
  permission: "nodes:write",
  params: z.object({ id: z.string() }),
  body: renameSchema,
  handle: ({ actor, params: { id }, body }) => renameCluster(id, body.name, actor),
});
