import { type TlsFile, tlsFiles } from "@/lib/domain/registries/fields";
import type { Definition, Tls } from "@/lib/domain/registries/schema";

/** TLS files that are stored as one certificate: an authority, or a client certificate with its key. */
export type TlsUnit = {
  id: string;
  kind: "ca" | "client";
  files: { file: TlsFile; path: string }[];
  /** Registry hosts that name exactly these files. */
  hosts: string[];
};

const pathOf = (tls: Tls, file: TlsFile): string | null => {
  const value = tls[file];
  return value?.kind === "path" && value.path !== "" ? value.path : null;
};

const filesOf = (tls: Tls, names: readonly TlsFile[]) =>
  names.flatMap((file) => {
    const path = pathOf(tls, file);
    return path === null ? [] : [{ file, path }];
  });

const parts = [
  { kind: "ca", names: ["ca_file"] },
  { kind: "client", names: ["cert_file", "key_file"] },
] as const satisfies { kind: TlsUnit["kind"]; names: TlsFile[] }[];

const idOf = (kind: TlsUnit["kind"], files: TlsUnit["files"]) =>
  JSON.stringify([kind, ...files.map(({ file, path }) => [file, path])]);

/** The TLS files a definition names, each set once. */
export function tlsUnits(definition: Definition): TlsUnit[] {
  const units = new Map<string, TlsUnit>();
  for (const { host, tls } of definition.registryHosts ?? []) {
    if (tls === null) continue;
    for (const { kind, names } of parts) {
      const files = filesOf(tls, names);
      if (files.length === 0) continue;
      const id = idOf(kind, files);
      const unit = units.get(id) ?? { id, kind, files, hosts: [] };
      unit.hosts.push(host);
      units.set(id, unit);
    }
  }
  return [...units.values()];
}

/** The definition with stored certificates in place of the paths of these units, by the unit's id. */
export function withCertificates(definition: Definition, slugs: ReadonlyMap<string, string>): Definition {
  const change = (tls: Tls): Tls => {
    const changed = { ...tls };
    for (const { kind, names } of parts) {
      const files = filesOf(tls, names);
      const slug = slugs.get(idOf(kind, files));
      if (slug === undefined) continue;
      for (const { file } of files) changed[file] = { kind: "certificate", slug };
    }
    return changed;
  };
  return {
    ...definition,
    registryHosts:
      definition.registryHosts?.map((host) => ({ ...host, tls: host.tls && change(host.tls) })) ?? null,
  };
}

/** Paths a definition names, each once. */
export const namedPaths = (definition: Definition): string[] => [
  ...new Set(
    (definition.registryHosts ?? []).flatMap(({ tls }) =>
      tls ? filesOf(tls, tlsFiles).map(({ path }) => path) : [],
    ),
  ),
];
