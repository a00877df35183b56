import { revisionQuerySchema, updateConfigurationSchema } from "@/lib/domain/configurations/schema";
import { deleteConfiguration } from "@/lib/server/configurations/delete-configuration";
import { getConfiguration } from "@/lib/server/configurations/queries";
import { updateConfiguration } from "@/lib/server/configurations/update-configuration";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  query: revisionQuerySchema,
  handle: ({ actor, params: { id }, query: { revision } }) =>
    getConfiguration(actor, id, revision === undefined ? undefined : Number(revision)),
});

export const PATCH = route({
  permission: "definitions:write",
  params: idParams,
  body: updateConfigurationSchema,
  handle: ({ actor, params: { id }, body }) => updateConfiguration({ id, ...body }, actor),
});

export const DELETE = route({
  permission: "definitions:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteConfiguration(id, actor),
});
