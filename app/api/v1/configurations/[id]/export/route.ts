import { exportConfigurationSchema } from "@/lib/domain/configurations/schema";
import { exportConfiguration } from "@/lib/server/configurations/export-configuration";
import { exportResponse } from "@/lib/server/configurations/file-response";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const POST = route({
  permission: "read",
  params: idParams,
  body: exportConfigurationSchema,
  handle: async ({ actor, params: { id }, body }) =>
    exportResponse(await exportConfiguration({ id, ...body }, actor)),
});
