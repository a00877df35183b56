import { inspectCertificateSchema } from "@/lib/domain/certificates/schema";
import { inspectCertificate } from "@/lib/server/certificates/inspect-certificate";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "credentials:write",
  body: inspectCertificateSchema,
  handle: ({ actor, body }) => inspectCertificate(body, actor),
});
