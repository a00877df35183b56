import { revisionQuerySchema, saveTemplatesSchema } from "@/lib/domain/configurations/schema";
import { saveTemplates } from "@/lib/server/configurations/save-templates";
import { getTemplates } from "@/lib/server/configurations/template-queries";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  query: revisionQuerySchema,
  handle: ({ actor, params: { id }, query: { revision } }) =>
    getTemplates(actor, id, revision === undefined ? undefined : Number(revision)),
});

export const PUT = route({
  permission: "definitions:write",
  params: idParams,
  body: saveTemplatesSchema,
  handle: ({ actor, params: { id }, body }) => saveTemplates({ id, ...body }, actor),
});
