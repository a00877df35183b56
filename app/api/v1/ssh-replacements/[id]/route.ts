import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { discardSshReplacement } from "@/lib/server/ssh-credentials/write-replacement";

export const DELETE = route({
  permission: "credentials:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => discardSshReplacement(id, actor),
});
