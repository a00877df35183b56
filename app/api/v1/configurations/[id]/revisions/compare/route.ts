import { compareQuerySchema } from "@/lib/domain/configurations/schema";
import { compareRevisions } from "@/lib/server/configurations/compare-revisions";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

export const GET = route({
  permission: "read",
  params: idParams,
  query: compareQuerySchema,
  handle: ({ actor, params: { id }, query: { from, to } }) =>
    compareRevisions({ id, from: numberOf(from), to: numberOf(to) }, actor),
});
