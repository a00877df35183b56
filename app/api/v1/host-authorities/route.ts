import { hostAuthoritySchema } from "@/lib/domain/nodes/schema";
import { listHostAuthorities } from "@/lib/server/host-authorities/queries";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listHostAuthorities(actor) });

export const POST = route({
  permission: "host-authorities:write",
  body: hostAuthoritySchema,
  status: 201,
  handle: ({ actor, body }) => createHostAuthority(body, actor),
});
