import "server-only";
import { references } from "@/lib/domain/configurations/references";
import { render } from "@/lib/domain/registries/render";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { certificateContext } from "@/lib/server/certificates/certificate-context";
import { db } from "@/lib/server/db/client";
import { loadDefinition } from "./definition-store";
import { getRevision } from "./queries";

/** The `registries.yaml` of a revision, the newest by default, with placeholders where secrets belong. */
export const downloadConfiguration = async (
  { id, revision: number }: { id: string; revision?: number | undefined },
  actor: Actor,
): Promise<string> => {
  authorize(actor, "read");
  const revision = await getRevision(db(), id, number);
  const definition = await loadDefinition(db(), revision.id);
  const slugs = references(definition).certificates.map(({ slug }) => slug);
  return render(definition, await certificateContext(slugs));
};
