import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { readNodeFile } from "@/lib/server/node-files/read-node-file";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => readNodeFile(id, actor),
});
