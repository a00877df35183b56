import { sshCredentialSchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";

export const GET = route({ permission: "read", handle: ({ actor }) => listSshCredentials(actor) });

export const POST = route({
  permission: "credentials:write",
  body: sshCredentialSchema,
  status: 201,
  handle: ({ actor, body }) => createSshCredential(body, actor),
});
