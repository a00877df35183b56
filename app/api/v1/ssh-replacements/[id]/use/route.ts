import { replaceSshCredentialSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { replaceSshCredential } from "@/lib/server/ssh-credentials/replace-ssh-credential";

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  body: replaceSshCredentialSchema,
  handle: ({ actor, params: { id }, body }) => replaceSshCredential(id, body, actor),
});
