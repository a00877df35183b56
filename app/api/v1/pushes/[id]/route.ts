import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { getPush } from "@/lib/server/pushes/queries";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => getPush(actor, id),
});
