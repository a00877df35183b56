import "server-only";
import { readPreferences } from "@/app/preferences";
import { can } from "@/lib/domain/people/roles";
import type { Actor } from "@/lib/server/auth/actor";
import { listKnownCertificates } from "@/lib/server/certificates/known-certificates";
import { listCertificates } from "@/lib/server/certificates/queries";
import { listCredentials } from "@/lib/server/credentials/queries";
import { listPublicMirrorOffers } from "@/lib/server/public-mirrors/queries";

/** What the editor offers to choose from, what the reader may do in it, and how wide they left its sides. */
export async function editorProps(actor: Actor) {
  const [credentials, certificates, known, publicMirrors, { split }] = await Promise.all([
    listCredentials(actor),
    listCertificates(actor),
    listKnownCertificates(actor),
    listPublicMirrorOffers(actor),
    readPreferences(),
  ]);
  return {
    split,
    credentials: credentials.map(({ slug, name, username, fields }) => ({ slug, name, username, fields })),
    certificates: certificates.map(({ slug, name, kind, subject, hasKey, paths }) => ({
      slug,
      name,
      kind,
      subject,
      hasKey,
      paths,
      known: known.get(slug),
    })),
    publicMirrors,
    person: actor.userId,
    rights: { mayWrite: can(actor.role, "definitions:write"), mayExport: can(actor.role, "secrets:read") },
  };
}
