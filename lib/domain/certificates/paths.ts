import { namedCertificatePath } from "@/lib/domain/registries/certificate-path";
import type { RenderContext } from "@/lib/domain/registries/render";

/** Where the files of a certificate stand on a node. */
export type CertificatePaths = { crt: string; key: string | null };

/** Renders with the paths of these certificates, by slug; secrets stay placeholders. */
export const renderContextOf = (certificates: ReadonlyMap<string, CertificatePaths>): RenderContext => ({
  certificatePath(slug, file) {
    const paths = certificates.get(slug);
    const path = file === "key_file" ? paths?.key : paths?.crt;
    return path ?? namedCertificatePath(slug, file);
  },
});
