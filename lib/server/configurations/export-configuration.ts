import "server-only";
import type { ExportConfiguration } from "@/lib/domain/configurations/schema";
import { type ExportedFile, toExportedFile } from "@/lib/domain/formats/export-file";
import { templateFiles } from "@/lib/domain/formats/export-format";
import { suggestSlug } from "@/lib/domain/registries/secrets";
import { toTarget } from "@/lib/domain/registries/target";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { loadDefinition } from "./definition-store";
import { getRevision } from "./queries";
import { renderForExport } from "./render-for-export";
import { freezeVersions, renderWithSecrets } from "./render-with-secrets";
import { loadTemplates } from "./template-store";

type Input = ExportConfiguration & { id: string };

/** `seconds` is the time of the revision: what is exported twice is the same to the byte. */
export type ConfigurationExport = { file: ExportedFile; seconds: number };

/** A revision in one of the export's formats. Its secrets go with it only for someone who typed the password a moment ago, or by a token that was made for it. */
export const exportConfiguration = async (input: Input, actor: Actor): Promise<ConfigurationExport> => {
  authorize(actor, input.secrets ? "secrets:read" : "read");
  if (input.secrets && !actor.token) requireRecentPassword(actor);
  const { id, format, secrets, target = {} } = input;
  const revision = await getRevision(db(), id, input.revision);
  const { number, configuration } = revision;
  const definition = await loadDefinition(db(), revision.id);
  const frozen = secrets ? await freezeVersions(definition, db()) : [];
  const rendered = secrets ? await renderWithSecrets(definition, frozen) : await renderForExport(definition);
  const templates = templateFiles(await loadTemplates(db(), revision.id), toTarget(target).dataDir);
  const folder = `pullpath-${suggestSlug(configuration.name)}-r${number}`;
  const file = toExportedFile(
    { name: configuration.name, folder, number, ...rendered, templates },
    { format, secrets, target },
  );
  if (secrets) {
    await recordAudit(db(), actor, {
      action: "configuration.exported",
      target: { type: "configuration", id, name: configuration.name },
      detail: { revision: number, format, withValuesOf: frozen.map(({ slug }) => slug) },
    });
  }
  return { file, seconds: Math.floor(revision.createdAt.getTime() / 1000) };
};
