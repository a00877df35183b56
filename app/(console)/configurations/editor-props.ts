import "server-only";
import { can } from "@/lib/domain/people/roles";
import type { Actor } from "@/lib/server/auth/actor";
import { listCertificates } from "@/lib/server/certificates/queries";
import { listCredentials } from "@/lib/server/credentials/queries";

/** What the editor offers to choose from and what the reader may do in it. */
export async function editorProps(actor: Actor) {
  const [credentials, certificates] = await Promise.all([listCredentials(actor), listCertificates(actor)]);
  return {
    credentials: credentials.map(({ slug, name, username, fields }) => ({ slug, name, username, fields })),
    certificates: certificates.map(({ slug, name, kind, subject, hasKey, paths }) => ({
      slug,
      name,
      kind,
      subject,
      hasKey,
      paths,
    })),
    person: actor.userId,
    rights: { mayWrite: can(actor.role, "definitions:write"), mayExport: can(actor.role, "secrets:read") },
  };
}
