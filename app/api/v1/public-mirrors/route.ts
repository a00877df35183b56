import { publicMirrorSchema } from "@/lib/domain/public-mirrors/schema";
import { route } from "@/lib/server/http/handler";
import { listPublicMirrors } from "@/lib/server/public-mirrors/queries";
import { createPublicMirror } from "@/lib/server/public-mirrors/write-public-mirror";

export const GET = route({ permission: "read", handle: ({ actor }) => listPublicMirrors(actor) });

export const POST = route({
  permission: "definitions:write",
  body: publicMirrorSchema,
  maxBytes: 64 * 1024,
  status: 201,
  handle: ({ actor, body }) => createPublicMirror(body, actor),
});
