import * as z from "zod/mini";
import { updateCredentialSchema } from "@/lib/domain/credentials/schema";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { updateCredential } from "@/lib/server/credentials/update-credential";
import { route } from "@/lib/server/http/handler";

const params = z.object({ id: z.string() });

export const PATCH = route({
  permission: "credentials:write",
  params,
  body: updateCredentialSchema,
  handle: ({ actor, params: { id }, body }) => updateCredential({ id, ...body }, actor),
});

export const DELETE = route({
  permission: "credentials:write",
  params,
  handle: ({ actor, params: { id } }) => deleteCredential(id, actor),
});
