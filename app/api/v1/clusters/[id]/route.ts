import { renameSchema } from "@/lib/domain/nodes/schema";
import { renameCluster } from "@/lib/server/clusters/rename-cluster";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const PATCH = route({
  permission: "nodes:write",
  params: idParams,
  body: renameSchema,
  handle: ({ actor, params: { id }, body }) => renameCluster(id, body.name, actor),
});
