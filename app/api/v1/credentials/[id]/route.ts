import { updateCredentialSchema } from "@/lib/domain/credentials/schema";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { getCredentialDetail } from "@/lib/server/credentials/detail";
import { updateCredential } from "@/lib/server/credentials/update-credential";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => getCredentialDetail({ id }, actor),
});

export const PATCH = route({
  permission: "credentials:write",
  params: idParams,
  body: updateCredentialSchema,
  handle: ({ actor, params: { id }, body }) => updateCredential({ id, ...body }, actor),
});

export const DELETE = route({
  permission: "credentials:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteCredential(id, actor),
});
