import { exportConfigurationSchema } from "@/lib/domain/configurations/schema";
import { exportConfigurationWithSecrets } from "@/lib/server/configurations/export-configuration";
import { registriesFile } from "@/lib/server/configurations/file-response";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const POST = route({
  permission: "secrets:read",
  params: idParams,
  body: exportConfigurationSchema,
  handle: async ({ actor, params: { id }, body }) =>
    registriesFile(await exportConfigurationWithSecrets({ id, ...body }, actor)),
});
