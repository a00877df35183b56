import * as z from "zod/mini";
import { route } from "@/lib/server/http/handler";
import { getPush } from "@/lib/server/pushes/queries";

export const GET = route({
  permission: "read",
  params: z.object({ id: z.string() }),
  handle: ({ actor, params: { id } }) => getPush(actor, id),
});
