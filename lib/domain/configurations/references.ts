import { authFields, type TlsFile, tlsFiles } from "@/lib/domain/registries/fields";
import type { Auth, AuthValue, Definition, Extra, Tls } from "@/lib/domain/registries/schema";

type Path = (string | number)[];
export type CredentialReference = { slug: string; field: string; path: Path };
export type CertificateReference = { slug: string; file: TlsFile; path: Path };

export type References = {
  credentials: CredentialReference[];
  certificates: CertificateReference[];
  /** Credentials named outside an auth block, where nothing would resolve them. */
  misplaced: Path[];
};

/** Everything a definition names by slug, each with its place, in the order of the file. */
export const references = (definition: Definition): References => {
  const found: References = { credentials: [], certificates: [], misplaced: [] };
  for (const [index, mirror] of (definition.mirrors ?? []).entries()) {
    addMisplaced(found, mirror.extras, ["mirrors", index]);
  }
  for (const [index, host] of (definition.registryHosts ?? []).entries()) {
    const path = ["registryHosts", index];
    if (host.auth) addAuth(found, host.auth, [...path, "auth"]);
    if (host.tls) addTls(found, host.tls, [...path, "tls"]);
    addMisplaced(found, host.extras, path);
  }
  for (const [index, host] of (definition.auths ?? []).entries()) {
    if (host.auth) addAuth(found, host.auth, ["auths", index, "auth"]);
  }
  addMisplaced(found, definition.extras, []);
  return found;
};

const addAuth = (found: References, auth: Auth, path: Path) => {
  const add = (value: AuthValue | null, field: string, place: Path) => {
    if (value?.kind === "secret") found.credentials.push({ slug: value.slug, field, path: place });
  };
  for (const field of authFields) add(auth[field], field, [...path, field]);
  for (const [index, extra] of auth.extras.entries()) {
    add(extra.value, extra.key, [...path, "extras", index, "value"]);
  }
};

const addTls = (found: References, tls: Tls, path: Path) => {
  for (const file of tlsFiles) {
    const value = tls[file];
    if (value?.kind !== "certificate") continue;
    found.certificates.push({ slug: value.slug, file, path: [...path, file] });
  }
  addMisplaced(found, tls.extras, path);
};

const addMisplaced = (found: References, extras: Extra[], path: Path) => {
  for (const [index, extra] of extras.entries()) {
    if (extra.value.kind === "secret") found.misplaced.push([...path, "extras", index, "value"]);
  }
};

/** Where a name stands a second time: K3s would let the later entry replace the earlier without a word. */
export const duplicateNames = (definition: Definition): Path[] => [
  ...repeated(definition.mirrors ?? [], (mirror) => mirror.name, ["mirrors", "name"]),
  ...repeated(definition.registryHosts ?? [], (host) => host.host, ["registryHosts", "host"]),
  ...repeated(definition.auths ?? [], (host) => host.host, ["auths", "host"]),
];

const repeated = <Entry>(entries: Entry[], name: (entry: Entry) => string, place: [string, string]) => {
  const seen = new Set<string>();
  return entries.flatMap((entry, index): Path[] => {
    if (seen.has(name(entry))) return [[place[0], index, place[1]]];
    seen.add(name(entry));
    return [];
  });
};
