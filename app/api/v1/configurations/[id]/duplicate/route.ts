import { duplicateConfigurationSchema } from "@/lib/domain/configurations/schema";
import { duplicateConfiguration } from "@/lib/server/configurations/duplicate-configuration";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const POST = route({
  permission: "definitions:write",
  params: idParams,
  body: duplicateConfigurationSchema,
  status: 201,
  handle: ({ actor, params: { id }, body }) => duplicateConfiguration({ id, ...body }, actor),
});
