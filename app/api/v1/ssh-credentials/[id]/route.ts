import { renameSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { deleteSshCredential, renameSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";

export const PATCH = route({
  permission: "credentials:write",
  params: idParams,
  body: renameSchema,
  handle: ({ actor, params: { id }, body }) => renameSshCredential(id, body.name, actor),
});

export const DELETE = route({
  permission: "credentials:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteSshCredential(id, actor),
});
