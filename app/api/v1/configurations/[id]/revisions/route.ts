import * as z from "zod/mini";
import { saveRevisionSchema } from "@/lib/domain/configurations/schema";
import { listRevisions } from "@/lib/server/configurations/queries";
import { saveRevision } from "@/lib/server/configurations/save-revision";
import { definitionBytes } from "@/lib/server/configurations/size";
import { route } from "@/lib/server/http/handler";

const params = z.object({ id: z.string() });

export const GET = route({
  permission: "read",
  params,
  handle: ({ actor, params: { id } }) => listRevisions(actor, id),
});

export const POST = route({
  permission: "definitions:write",
  params,
  body: saveRevisionSchema,
  maxBytes: definitionBytes,
  handle: ({ actor, params: { id }, body }) => saveRevision({ id, ...body }, actor),
});
