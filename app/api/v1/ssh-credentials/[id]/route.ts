import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { deleteSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";

export const DELETE = route({
  permission: "credentials:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteSshCredential(id, actor),
});
