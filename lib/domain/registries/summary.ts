import { authFields, tlsFiles } from "./fields";
import type { AuthValue, Definition, Extra } from "./schema";

/** What a definition holds, in numbers. */
export interface Summary {
  readonly mirrors: number;
  readonly endpoints: number;
  readonly rewrites: number;
  readonly registryHosts: number;
  readonly legacyAuths: number;
  /** Secret values, as text or by reference; user names are none. */
  readonly secrets: number;
  readonly tlsPaths: number;
  readonly certificates: number;
  readonly extras: number;
  readonly notes: number;
}

const isSecret = (value: AuthValue | null) =>
  value !== null && (value.kind === "secret" || value.text !== "");

export function summarise(definition: Definition): Summary {
  const mirrors = definition.mirrors ?? [];
  const hosts = definition.registryHosts ?? [];
  const legacy = definition.auths ?? [];
  const auths = [...hosts, ...legacy].flatMap(({ auth }) => (auth === null ? [] : [auth]));
  const tls = hosts.flatMap((host) => (host.tls === null ? [] : [host.tls]));
  const files = tls.flatMap((entry) => tlsFiles.map((file) => entry[file]));
  const secretFields = authFields.filter((field) => field !== "username");
  const secrets = auths.flatMap((auth) => [
    ...secretFields.map((field) => auth[field]),
    ...auth.extras.map((extra) => extra.value),
  ]);
  const endpoints = mirrors.flatMap((mirror) => mirror.endpoints ?? []);
  const rewrites = mirrors.flatMap((mirror) => mirror.rewrites ?? []);
  const owners = [definition, ...mirrors, ...hosts, ...auths, ...tls];
  const extras = owners.flatMap((owner): Extra[] => owner.extras);
  const sections = [
    definition.mirrorsNote,
    definition.registryHostsNote,
    definition.authsNote,
    definition.endNote,
  ];
  const entries = [definition, ...mirrors, ...hosts, ...legacy, ...endpoints, ...rewrites, ...extras];
  const notes = [...sections, ...entries.map(({ note }) => note)];
  return {
    mirrors: mirrors.length,
    endpoints: endpoints.length,
    rewrites: rewrites.length,
    registryHosts: hosts.length,
    legacyAuths: legacy.length,
    secrets: secrets.filter(isSecret).length,
    tlsPaths: files.filter((file) => file?.kind === "path" && file.path !== "").length,
    certificates: files.filter((file) => file?.kind === "certificate").length,
    extras: extras.length,
    notes: notes.filter((note) => note !== "").length,
  };
}
