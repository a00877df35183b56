import { saveRevisionSchema } from "@/lib/domain/configurations/schema";
import { listRevisions } from "@/lib/server/configurations/queries";
import { saveRevision } from "@/lib/server/configurations/save-revision";
import { definitionBytes } from "@/lib/server/configurations/size";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => listRevisions(actor, id),
});

export const POST = route({
  permission: "definitions:write",
  params: idParams,
  body: saveRevisionSchema,
  maxBytes: definitionBytes,
  handle: ({ actor, params: { id }, body }) => saveRevision({ id, ...body }, actor),
});
