import * as z from "zod/mini";
import { trustHostKeySchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";

const params = z.object({ id: z.string() });

/** The key the machine shows now; nothing is trusted by asking. */
export const GET = route({
  permission: "nodes:write",
  params,
  handle: ({ actor, params: { id } }) => offerHostKey(id, actor),
});

export const POST = route({
  permission: "nodes:write",
  params,
  body: trustHostKeySchema,
  handle: ({ actor, params: { id }, body }) => trustHostKey(id, body, actor),
});
