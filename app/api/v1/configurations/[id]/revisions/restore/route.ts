import { restoreRevisionSchema } from "@/lib/domain/configurations/schema";
import { restoreRevision } from "@/lib/server/configurations/restore-revision";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const POST = route({
  permission: "definitions:write",
  params: idParams,
  body: restoreRevisionSchema,
  handle: ({ actor, params: { id }, body }) => restoreRevision({ id, ...body }, actor),
});
