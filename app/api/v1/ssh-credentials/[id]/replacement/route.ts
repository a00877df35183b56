import { sshReplacementSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { addSshReplacement } from "@/lib/server/ssh-credentials/write-replacement";

export const POST = route({
  permission: "credentials:write",
  params: idParams,
  body: sshReplacementSchema,
  status: 201,
  handle: ({ actor, params: { id }, body }) => addSshReplacement(id, body, actor),
});
