import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { revokeToken } from "@/lib/server/tokens/revoke-token";

export const DELETE = route({
  permission: "read",
  bySession: true,
  params: idParams,
  handle: ({ actor, params }) => revokeToken(params.id, actor),
});
