import { createCredentialSchema } from "@/lib/domain/credentials/schema";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { listCredentials } from "@/lib/server/credentials/queries";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listCredentials(actor) });

export const POST = route({
  permission: "credentials:write",
  body: createCredentialSchema,
  status: 201,
  handle: ({ actor, body }) => createCredential(body, actor),
});
