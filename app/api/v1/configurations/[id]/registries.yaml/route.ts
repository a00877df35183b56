import { revisionQuerySchema } from "@/lib/domain/configurations/schema";
import { downloadConfiguration } from "@/lib/server/configurations/download-configuration";
import { registriesFile } from "@/lib/server/configurations/file-response";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  query: revisionQuerySchema,
  handle: async ({ actor, params: { id }, query: { revision } }) =>
    registriesFile(
      await downloadConfiguration({ id, ...(revision ? { revision: Number(revision) } : {}) }, actor),
    ),
});
