import * as z from "zod/mini";
import { confirmClusterSchema } from "@/lib/domain/nodes/schema";
import { confirmCluster } from "@/lib/server/clusters/confirm-cluster";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "nodes:write",
  params: z.object({ id: z.string() }),
  body: confirmClusterSchema,
  handle: ({ actor, params: { id }, body }) => confirmCluster(id, body.clusterId, actor),
});
