import { createCertificateSchema } from "@/lib/domain/certificates/schema";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { listCertificates } from "@/lib/server/certificates/queries";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listCertificates(actor) });

export const POST = route({
  permission: "credentials:write",
  body: createCertificateSchema,
  status: 201,
  handle: ({ actor, body }) => createCertificate(body, actor),
});
