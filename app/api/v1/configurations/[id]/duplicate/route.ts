import * as z from "zod/mini";
import { duplicateConfigurationSchema } from "@/lib/domain/configurations/schema";
import { duplicateConfiguration } from "@/lib/server/configurations/duplicate-configuration";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "definitions:write",
  params: z.object({ id: z.string() }),
  body: duplicateConfigurationSchema,
  status: 201,
  handle: ({ actor, params: { id }, body }) => duplicateConfiguration({ id, ...body }, actor),
});
