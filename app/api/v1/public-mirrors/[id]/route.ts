import { publicMirrorSchema } from "@/lib/domain/public-mirrors/schema";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";
import { deletePublicMirror, updatePublicMirror } from "@/lib/server/public-mirrors/write-public-mirror";

export const PATCH = route({
  permission: "definitions:write",
  params: idParams,
  body: publicMirrorSchema,
  maxBytes: 64 * 1024,
  handle: ({ actor, params: { id }, body }) => updatePublicMirror(id, body, actor),
});

export const DELETE = route({
  permission: "definitions:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deletePublicMirror(id, actor),
});
