import { trustHostKeySchema } from "@/lib/domain/nodes/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";

/** The key the machine shows now; nothing is trusted by asking. */
export const GET = route({
  permission: "nodes:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => offerHostKey(id, actor),
});

export const POST = route({
  permission: "nodes:write",
  params: idParams,
  body: trustHostKeySchema,
  handle: ({ actor, params: { id }, body }) => trustHostKey(id, body, actor),
});
