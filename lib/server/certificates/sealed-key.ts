import "server-only";
import { openText, sealText } from "@/lib/server/secrets/vault";

const context = (versionId: string) => `certificate-version:${versionId}`;

export const sealKey = (pemWithSecret: string, versionId: string) =>
  sealText(pemWithSecret, context(versionId));

/** Opens the private key of a version: what it returns is secret. */
export const openKeyWithSecret = (version: { id: string; sealedKey: Uint8Array }): string =>
  openText(version.sealedKey, context(version.id));
