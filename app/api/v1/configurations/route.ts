import * as z from "zod/mini";
import { createConfigurationSchema } from "@/lib/domain/configurations/schema";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { definitionBytes } from "@/lib/server/configurations/size";
import { route } from "@/lib/server/http/handler";

export const GET = route({
  permission: "read",
  query: z.object({ archived: z.optional(z.enum(["true", "false"])) }),
  handle: ({ actor, query }) => listConfigurations(actor, { archived: query.archived === "true" }),
});

export const POST = route({
  permission: "definitions:write",
  body: createConfigurationSchema,
  maxBytes: definitionBytes,
  status: 201,
  handle: ({ actor, body }) => createConfiguration(body, actor),
});
