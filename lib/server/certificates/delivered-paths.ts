import "server-only";
import type { CertificatePaths } from "@/lib/domain/certificates/paths";
import { ownedPath } from "@/lib/domain/registries/secrets";

type Fingerprints = { fingerprint: string; keyFingerprint: string | null };

export const deliveredPaths = ({ fingerprint, keyFingerprint }: Fingerprints): CertificatePaths => ({
  crt: ownedPath(fingerprint, "crt"),
  key: keyFingerprint === null ? null : ownedPath(keyFingerprint, "key"),
});
