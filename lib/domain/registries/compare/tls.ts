import { type TlsFile, tlsFiles } from "../fields";
import type { FileValue, Tls } from "../schema";
import type { Detail } from "./change";
import { compareExtras } from "./extras";
import { isSame } from "./same";
import { changedVersions, type VersionPair } from "./versions";

const empty: Tls = {
  ca_file: null,
  cert_file: null,
  key_file: null,
  insecure_skip_verify: false,
  extras: [],
};

export function compareTls(before: Tls | null, after: Tls | null, versions: VersionPair): Detail[] {
  const [old, now] = [before ?? empty, after ?? empty];
  const details = [
    ...tlsFiles.flatMap((file) => compareFile(file, old[file], now[file])),
    ...compareVersions(old, now, versions),
    ...compareVerification(old.insecure_skip_verify, now.insecure_skip_verify),
    ...compareExtras(old.extras, now.extras, "tls"),
  ];
  if (details.length > 0 || (before === null) === (after === null)) return details;
  return [{ code: "tls-empty", params: { change: after ? "written" : "dropped" } }];
}

export function compareVerification(before: boolean, after: boolean): Detail[] {
  return before === after ? [] : [{ code: after ? "verification-off" : "verification-on", params: {} }];
}

const tell = (value: FileValue) => ({
  kind: value.kind,
  value: value.kind === "path" ? value.path : value.slug,
});

function compareFile(file: TlsFile, before: FileValue | null, after: FileValue | null): Detail[] {
  if (isSame(before, after)) return [];
  if (!after) return before ? [{ code: "file-removed", params: { file, ...tell(before) } }] : [];
  const params = { file, ...tell(after) };
  if (!before) return [{ code: "file-set", params }];
  const old = tell(before);
  return [{ code: "file-replaced", params: { ...params, before: old.value, beforeKind: old.kind } }];
}

const certificatesOf = (tls: Tls): string[] => [
  ...new Set(tlsFiles.flatMap((file) => (tls[file]?.kind === "certificate" ? [tls[file].slug] : []))),
];

function compareVersions(before: Tls, after: Tls, versions: VersionPair): Detail[] {
  const old = certificatesOf(before);
  const shared = certificatesOf(after).filter((slug) => old.includes(slug));
  return changedVersions(shared, versions, "certificates").map(({ slug, ...numbers }) => ({
    code: "certificate-version",
    params: { certificate: slug, ...numbers },
  }));
}
