import { updateCertificateSchema } from "@/lib/domain/certificates/schema";
import { deleteCertificate } from "@/lib/server/certificates/delete-certificate";
import { getCertificateDetail } from "@/lib/server/certificates/detail";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { route } from "@/lib/server/http/handler";
import { idParams } from "@/lib/server/http/id-params";

export const GET = route({
  permission: "read",
  params: idParams,
  handle: ({ actor, params: { id } }) => getCertificateDetail({ id }, actor),
});

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
