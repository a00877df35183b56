import * as z from "zod/mini";
import { route } from "@/lib/server/http/handler";
import { deleteSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";

export const DELETE = route({
  permission: "credentials:write",
  params: z.object({ id: z.string() }),
  handle: ({ actor, params: { id } }) => deleteSshCredential(id, actor),
});
