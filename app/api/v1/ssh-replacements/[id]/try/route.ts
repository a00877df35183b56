import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { trySshReplacement } from "@/lib/server/ssh-credentials/try-replacement";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => trySshReplacement(id, actor),
});
