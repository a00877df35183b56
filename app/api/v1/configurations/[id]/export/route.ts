import * as z from "zod/mini";
import { exportConfigurationSchema } from "@/lib/domain/configurations/schema";
import { exportConfigurationWithSecrets } from "@/lib/server/configurations/export-configuration";
import { registriesFile } from "@/lib/server/configurations/file-response";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "secrets:read",
  params: z.object({ id: z.string() }),
  body: exportConfigurationSchema,
  handle: async ({ actor, params: { id }, body }) =>
    registriesFile(await exportConfigurationWithSecrets({ id, ...body }, actor)),
});
