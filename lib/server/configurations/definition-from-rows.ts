import "server-only";
import { invariant } from "@/lib/domain/errors";
import { type AuthField, authFields, type TlsFile, tlsFiles } from "@/lib/domain/registries/fields";
import type {
  Auth,
  AuthValue,
  Definition,
  Extra,
  FileValue,
  LegacyAuth,
  Mirror,
  RegistryHost,
  Tls,
} from "@/lib/domain/registries/schema";
import type { HostRow, MirrorRow, StoredRows } from "./definition-rows";
import type { revisionColumns } from "./definition-to-rows";

type Stored = StoredRows & { revision: ReturnType<typeof revisionColumns> };

/** The inverse of `toRows`. */
export const fromRows = (rows: Stored): Definition => {
  const { revision } = rows;
  const lists = indexRows(rows);
  const hosts = (section: string) => rows.registryHosts.filter((row) => row.section === section);
  return {
    note: revision.note,
    endNote: revision.endNote,
    mirrorsNote: revision.mirrorsNote,
    mirrors: revision.mirrorsPresent ? rows.mirrors.map((row) => toMirror(row, lists)) : null,
    registryHostsNote: revision.registryHostsNote,
    registryHosts: revision.registryHostsPresent ? hosts("configs").map((row) => toHost(row, lists)) : null,
    authsNote: revision.authsNote,
    auths: revision.authsPresent ? hosts("auths").map((row) => toLegacyAuth(row, lists)) : null,
    extras: toExtras(lists, "file:"),
  };
};

type Lists = ReturnType<typeof indexRows>;

const indexRows = (rows: StoredRows) => ({
  endpoints: groupBy(rows.endpoints, (row) => row.mirrorId),
  rewrites: groupBy(rows.rewrites, (row) => row.mirrorId),
  authValues: groupBy(rows.authValues, (row) => row.registryHostId),
  tlsValues: groupBy(rows.tlsValues, (row) => row.registryHostId),
  extras: groupBy(rows.extras, (row) => `${row.place}:${row.mirrorId ?? row.registryHostId ?? ""}`),
});

const groupBy = <Row>(rows: Row[], key: (row: Row) => string) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
};

const toMirror = (row: MirrorRow, lists: Lists): Mirror => ({
  name: row.name,
  note: row.note,
  endpoints: row.endpointsPresent
    ? (lists.endpoints.get(row.id) ?? []).map(({ url, note }) => ({ url, note }))
    : null,
  rewrites: row.rewritesPresent
    ? (lists.rewrites.get(row.id) ?? []).map(({ pattern, replacement, note }) => ({
        pattern,
        replacement,
        note,
      }))
    : null,
  extras: toExtras(lists, `mirror:${row.id}`),
});

const toHost = (row: HostRow, lists: Lists): RegistryHost => ({
  host: row.host,
  note: row.note,
  auth: row.authPresent ? toAuth(row, lists) : null,
  tls: row.tlsPresent ? toTls(row, lists) : null,
  extras: toExtras(lists, `host:${row.id}`),
});

const toLegacyAuth = (row: HostRow, lists: Lists): LegacyAuth => ({
  host: row.host,
  note: row.note,
  auth: row.authPresent ? toAuth(row, lists) : null,
});

const toAuth = (row: HostRow, lists: Lists): Auth => {
  const auth: Auth = {
    username: null,
    password: null,
    auth: null,
    identity_token: null,
    extras: toExtras(lists, `auth:${row.id}`),
  };
  for (const value of lists.authValues.get(row.id) ?? []) {
    invariant(isAuthField(value.field), "an auth value stands in a field K3s reads");
    auth[value.field] = toAuthValue(value);
  }
  return auth;
};

const toTls = (row: HostRow, lists: Lists): Tls => {
  const tls: Tls = {
    ca_file: null,
    cert_file: null,
    key_file: null,
    insecure_skip_verify: row.insecureSkipVerify,
    extras: toExtras(lists, `tls:${row.id}`),
  };
  for (const value of lists.tlsValues.get(row.id) ?? []) {
    invariant(isTlsFile(value.file), "a TLS value stands at a file K3s reads");
    tls[value.file] = toFileValue(value);
  }
  return tls;
};

const toExtras = (lists: Lists, owner: string): Extra[] =>
  (lists.extras.get(owner) ?? []).map((row) => ({ key: row.key, value: toAuthValue(row), note: row.note }));

const toAuthValue = (row: { text: string | null; credential: { slug: string } | null }): AuthValue =>
  row.credential ? { kind: "secret", slug: row.credential.slug } : { kind: "text", text: row.text ?? "" };

const toFileValue = (row: StoredRows["tlsValues"][number]): FileValue =>
  row.certificate
    ? { kind: "certificate", slug: row.certificate.slug }
    : { kind: "path", path: row.path ?? "" };

const isAuthField = (field: string): field is AuthField => authFields.some((known) => known === field);

const isTlsFile = (file: string): file is TlsFile => tlsFiles.some((known) => known === file);
