import { deleteHostAuthoritySchema } from "@/lib/domain/nodes/schema";
import { deleteHostAuthority } from "@/lib/server/host-authorities/delete-host-authority";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const DELETE = route({
  permission: "host-authorities:write",
  params: idParams,
  query: deleteHostAuthoritySchema,
  handle: ({ actor, params: { id }, query: { keys } }) => deleteHostAuthority(id, keys, actor),
});
