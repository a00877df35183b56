import "server-only";
import type { CertificatePaths } from "@/lib/domain/certificates/paths";
import type { CertificateReference } from "@/lib/domain/configurations/references";
import { AppError, invariant } from "@/lib/domain/errors";
import type { Db, Tx } from "@/lib/server/db/client";
import { deliveredPaths } from "./delivered-paths";
import { fingerprintOf } from "./fingerprint";
import { openKeyWithSecret } from "./sealed-key";

/** A TLS file as it is put on a node. */
export type DeliveredFile = { path: string; bytes: Uint8Array; sha256: string; mode: 0o600 | 0o644 };

type Version = {
  id: string;
  pem: string;
  fingerprint: string;
  keyFingerprint: string | null;
  sealedKey: Uint8Array | null;
};

/** The files that these references need, from these versions, each once; private keys among them. */
export const deliveredFilesWithSecrets = async (
  references: readonly CertificateReference[],
  versionIds: readonly string[],
  source: Db | Tx,
): Promise<{ paths: Map<string, CertificatePaths>; files: DeliveredFile[] }> => {
  const rows = await source.certificateVersion.findMany({
    where: { id: { in: [...versionIds] } },
    include: { certificate: { select: { slug: true } } },
  });
  const versions = new Map(rows.map((row) => [row.certificate.slug, row]));
  const files = new Map<string, DeliveredFile>();
  for (const { slug, file } of references) {
    const version = versions.get(slug);
    if (!version) throw deleted(slug);
    const delivered = file === "key_file" ? keyFileWithSecret(version, slug) : certificateFile(version);
    files.set(delivered.path, delivered);
  }
  return {
    paths: new Map([...versions].map(([slug, version]) => [slug, deliveredPaths(version)])),
    files: [...files.values()],
  };
};

const deleted = (name: string) => new AppError("conflict", "credentialDeleted", { params: { name } });

const certificateFile = (version: Version): DeliveredFile => ({
  path: deliveredPaths(version).crt,
  bytes: Buffer.from(version.pem, "utf8"),
  sha256: version.fingerprint,
  mode: 0o644,
});

const keyFileWithSecret = (version: Version, slug: string): DeliveredFile => {
  const { key } = deliveredPaths(version);
  if (key === null || version.keyFingerprint === null || version.sealedKey === null) throw deleted(slug);
  const text = openKeyWithSecret({ id: version.id, sealedKey: version.sealedKey });
  invariant(fingerprintOf(text) === version.keyFingerprint, "a stored key is the one its path names");
  return { path: key, bytes: Buffer.from(text, "utf8"), sha256: version.keyFingerprint, mode: 0o600 };
};
