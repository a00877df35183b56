import { newPersonSchema } from "@/lib/domain/people/schema";
import { route } from "@/lib/server/http/handler";
import { createPerson } from "@/lib/server/people/create-person";
import { listPeople } from "@/lib/server/people/queries";

export const GET = route({
  permission: "people:write",
  handle: async ({ actor }) => ({ people: await listPeople(actor) }),
});

export const POST = route({
  permission: "people:write",
  body: newPersonSchema,
  maxBytes: 16 * 1024,
  status: 201,
  handle: ({ actor, body }) => createPerson(body, actor),
});
