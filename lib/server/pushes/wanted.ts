import "server-only";
import { createHash } from "node:crypto";
import type { ManagedTemplate } from "@/lib/domain/containerd-template/managed";
import { AppError } from "@/lib/domain/errors";
import { canBeAsked } from "@/lib/domain/node-files/ask";
import { namedPaths } from "@/lib/domain/node-files/tls-units";
import type { Definition } from "@/lib/domain/registries/schema";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { type FrozenVersion, renderWithSecrets } from "@/lib/server/configurations/render-with-secrets";
import { loadTemplates } from "@/lib/server/configurations/template-store";
import { db } from "@/lib/server/db/client";
import type { CertificateFile } from "@/lib/server/node-program/request";
import { keyedDigest } from "@/lib/server/secrets/vault";
import { secretHider, type Texts } from "./hide-secrets";

type WantedTemplate = ManagedTemplate & { bytes: Uint8Array; sha256: string };

/** What nodes shall hold, secrets included: lives in memory only, for the length of a review or a push. */
export type Wanted = {
  text: string;
  file: { bytes: Uint8Array; sha256: string };
  certificates: CertificateFile[];
  templates: WantedTemplate[];
  /** Paths the file names and Pullpath does not deliver. */
  requiredPaths: string[];
  /** Keyed digest over the file, its certificates and its templates, as it may be stored and sent. */
  digest: string;
  /** Takes the secrets of the file out of texts that are kept or shown. */
  hide: (texts: Texts) => Record<string, string>;
};

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function toWantedTemplate(template: ManagedTemplate): WantedTemplate {
  const bytes = new TextEncoder().encode(template.text);
  return { ...template, bytes, sha256: sha256(bytes) };
}

/** Renders the definition with the given versions of its credentials and certificates. */
export async function getWantedWithSecrets(
  definition: Definition,
  versions: FrozenVersion[],
  managed: readonly ManagedTemplate[],
): Promise<Wanted> {
  const { text, files } = await renderWithSecrets(definition, versions);
  const bytes = new TextEncoder().encode(text);
  const file = { bytes, sha256: sha256(bytes) };
  const templates = managed.map(toWantedTemplate);
  const parts = [
    file.sha256,
    ...files.map(({ path, sha256: digest }) => `${path} ${digest}`).sort(),
    ...templates.map(({ name, sha256: digest }) => `template ${name} ${digest}`).sort(),
  ];
  return {
    text,
    file,
    certificates: files,
    templates,
    requiredPaths: namedPaths(definition).filter(canBeAsked).sort(),
    digest: keyedDigest(parts.join("\n"), "wanted-files"),
    hide: secretHider(text),
  };
}

/** The versions a push froze at its start. */
async function getFrozenVersions(pushId: string): Promise<FrozenVersion[]> {
  const rows = await db().pushSecret.findMany({ where: { pushId } });
  return rows.map(({ slug, credentialVersionId, certificateVersionId }) => ({
    slug,
    credentialVersionId,
    certificateVersionId,
  }));
}

/** What a push that was started shall bring; null once a secret it froze was deleted or cannot be opened. */
export async function findFrozenWanted(pushId: string, revisionId: string): Promise<Wanted | null> {
  try {
    return await getWantedWithSecrets(
      await getRevisionDefinition(revisionId),
      await getFrozenVersions(pushId),
      await loadTemplates(db(), revisionId),
    );
  } catch (error) {
    // It stays so: tried again, this push would never end.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Every path that must be there for the file to take effect, whoever brings it. */
export const namedBy = ({ requiredPaths, certificates }: Wanted): string[] => [
  ...requiredPaths,
  ...certificates.map(({ path }) => path),
];
