import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { deletePerson } from "@/lib/server/people/delete-person";

export const DELETE = route({
  permission: "people:write",
  params: idParams,
  handle: ({ actor, params }) => deletePerson(params.id, actor),
});
