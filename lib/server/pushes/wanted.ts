import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { canBeAsked } from "@/lib/domain/node-files/ask";
import { namedPaths } from "@/lib/domain/node-files/tls-units";
import type { Definition } from "@/lib/domain/registries/schema";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { type FrozenVersion, renderWithSecrets } from "@/lib/server/configurations/render-with-secrets";
import { db } from "@/lib/server/db/client";
import type { CertificateFile } from "@/lib/server/node-program/request";
import { keyedDigest } from "@/lib/server/secrets/vault";
import { secretHider, type Texts } from "./hide-secrets";

/** What nodes shall hold, secrets included: lives in memory only, for the length of a review or a push. */
export type Wanted = {
  text: string;
  file: { bytes: Uint8Array; sha256: string };
  certificates: CertificateFile[];
  /** Paths the file names and Pullpath does not deliver. */
  requiredPaths: string[];
  /** Keyed digest over the file and its certificates, as it may be stored and sent. */
  digest: string;
  /** Takes the secrets of the file out of texts that are kept or shown. */
  hide: (texts: Texts) => Record<string, string>;
};

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Renders the definition with the given versions of its credentials and certificates. */
export async function getWantedWithSecrets(
  definition: Definition,
  versions: FrozenVersion[],
): Promise<Wanted> {
  const { text, files } = await renderWithSecrets(definition, versions);
  const bytes = new TextEncoder().encode(text);
  const file = { bytes, sha256: sha256(bytes) };
  const parts = [file.sha256, ...files.map(({ path, sha256: digest }) => `${path} ${digest}`).sort()];
  return {
    text,
    file,
    certificates: files,
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
    );
  } catch (error) {
    // It stays so: tried again, this push would never end.
    if (error instanceof AppError) return null;
    throw error;
  }
}
