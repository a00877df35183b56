import { updateCertificateSchema } from "@/lib/domain/certificates/schema";
import { deleteCertificate } from "@/lib/server/certificates/delete-certificate";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const PATCH = route({
  permission: "credentials:write",
  params: idParams,
  body: updateCertificateSchema,
  handle: ({ actor, params: { id }, body }) => updateCertificate({ id, ...body }, actor),
});

export const DELETE = route({
  permission: "credentials:write",
  params: idParams,
  handle: ({ actor, params: { id } }) => deleteCertificate(id, actor),
});
