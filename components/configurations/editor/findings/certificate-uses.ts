import { type CertificateFinding, certificateFindings } from "@/lib/domain/certificates/findings";
import { type TlsFile, tlsFiles } from "@/lib/domain/registries/fields";
import type { Finding } from "@/lib/domain/registries/lint/lint";
import type { Definition, Tls } from "@/lib/domain/registries/schema";
import { pathOf } from "../document/render-masked";
import type { StoredCertificate } from "../editor-context";
import { placesInText } from "../yaml/text-places";

type Use = { host: string; file: TlsFile; text: string; found: readonly CertificateFinding[] };

function slugsOf(tls: Tls): Partial<Record<TlsFile, string>> {
  const chosen = tlsFiles.flatMap((file) => {
    const value = tls[file];
    return value?.kind === "certificate" ? [[file, value.slug] as const] : [];
  });
  return Object.fromEntries(chosen);
}

/** Every stored certificate a file refers to, in the order of its lines, with what is wrong with it there. */
function usesIn(definition: Definition, certificates: readonly StoredCertificate[], now: Date): Use[] {
  const known = new Map(
    certificates.flatMap((each) => (each.known ? [[each.slug, each.known] as const] : [])),
  );
  return (definition.registryHosts ?? []).flatMap(({ host, tls }): Use[] => {
    const slugs = tls ? slugsOf(tls) : {};
    const insecureSkipVerify = tls?.insecure_skip_verify ?? false;
    const found = certificateFindings({ host, slugs, insecureSkipVerify }, known, now);
    return tlsFiles.flatMap((file) => {
      const stored = certificates.find(({ slug }) => slug === slugs[file]);
      const text = stored && pathOf(stored, file);
      return text ? [{ host, file, text, found: found.filter((each) => each.file === file) }] : [];
    });
  });
}

/** What is wrong with stored certificates where the file uses them; only the page knows them, the file has their paths. */
export const certificateUseFindings = (
  text: string,
  definition: Definition,
  { certificates, now }: { certificates: readonly StoredCertificate[]; now: Date },
): Finding[] =>
  placesInText(text, usesIn(definition, certificates, now)).flatMap(
    ({ each: { host, file, found }, range }) =>
      found.map(({ code, severity, params }) => ({
        code,
        severity,
        message: { catalogue: "certificates", key: code },
        params,
        path: ["configs", host, "tls", file],
        range,
        fixes: [],
      })),
  );
