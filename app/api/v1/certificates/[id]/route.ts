import * as z from "zod/mini";
import { updateCertificateSchema } from "@/lib/domain/certificates/schema";
import { deleteCertificate } from "@/lib/server/certificates/delete-certificate";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { route } from "@/lib/server/http/handler";

const params = z.object({ id: z.string() });

export const PATCH = route({
  permission: "credentials:write",
  params,
  body: updateCertificateSchema,
  handle: ({ actor, params: { id }, body }) => updateCertificate({ id, ...body }, actor),
});

export const DELETE = route({
  permission: "credentials:write",
  params,
  handle: ({ actor, params: { id } }) => deleteCertificate(id, actor),
});
