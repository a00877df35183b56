import { confirmClusterSchema } from "@/lib/domain/nodes/schema";
import { confirmCluster } from "@/lib/server/clusters/confirm-cluster";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  body: confirmClusterSchema,
  handle: ({ actor, params: { id }, body }) => confirmCluster(id, body.clusterId, actor),
});
