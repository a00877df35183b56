import "server-only";
import type { ExportConfiguration } from "@/lib/domain/configurations/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { loadDefinition } from "./definition-store";
import { getRevision } from "./queries";
import { freezeVersions, renderWithSecrets } from "./render-with-secrets";

type Input = ExportConfiguration & { id: string };

/** The `registries.yaml` of a revision with its secrets, for someone who typed the password a moment ago. */
export const exportConfigurationWithSecrets = async (input: Input, actor: Actor): Promise<string> => {
  authorize(actor, "secrets:read");
  requireRecentPassword(actor);
  const revision = await getRevision(db(), input.id, input.revision);
  const definition = await loadDefinition(db(), revision.id);
  const frozen = await freezeVersions(definition, db());
  const { text } = await renderWithSecrets(definition, frozen);
  await recordAudit(db(), actor, {
    action: "configuration.exported",
    target: { type: "configuration", id: input.id, name: revision.configuration.name },
    detail: { revision: revision.number, withValuesOf: frozen.map(({ slug }) => slug) },
  });
  return text;
};
