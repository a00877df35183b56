import "server-only";
import { isBlankFlowText } from "@/lib/domain/configurations/unsealed";
import { invariant } from "@/lib/domain/errors";
import { authFields, tlsFiles } from "@/lib/domain/registries/fields";
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
import type { NewRows } from "./definition-rows";

/** Ids of what a definition names by slug; `newId` makes row ids. */
export type RowContext = {
  revisionId: string;
  credentialIds: ReadonlyMap<string, string>;
  certificateIds: ReadonlyMap<string, string>;
  newId: () => string;
};

type Writer = { rows: NewRows; context: RowContext };
type ExtraOwner = { place: string; mirrorId: string | null; registryHostId: string | null };

/** The columns of a revision that belong to its definition. */
export const revisionColumns = (definition: Definition) => ({
  note: definition.note,
  endNote: definition.endNote,
  mirrorsNote: definition.mirrorsNote,
  mirrorsPresent: definition.mirrors !== null,
  registryHostsNote: definition.registryHostsNote,
  registryHostsPresent: definition.registryHosts !== null,
  authsNote: definition.authsNote,
  authsPresent: definition.auths !== null,
});

/** Every slug must be in the context and every secret must have left the definition before: both are checked. */
export const toRows = (definition: Definition, context: RowContext): NewRows => {
  const rows: NewRows = {
    mirrors: [],
    endpoints: [],
    rewrites: [],
    registryHosts: [],
    authValues: [],
    tlsValues: [],
    extras: [],
  };
  const writer = { rows, context };
  for (const [position, mirror] of (definition.mirrors ?? []).entries()) addMirror(writer, mirror, position);
  for (const [position, host] of (definition.registryHosts ?? []).entries()) addHost(writer, host, position);
  for (const [position, host] of (definition.auths ?? []).entries()) addLegacyAuth(writer, host, position);
  addExtras(writer, definition.extras, { place: "file", mirrorId: null, registryHostId: null });
  return rows;
};

const addMirror = (writer: Writer, mirror: Mirror, position: number) => {
  const { rows, context } = writer;
  const mirrorId = context.newId();
  rows.mirrors.push({
    id: mirrorId,
    revisionId: context.revisionId,
    position,
    name: mirror.name,
    note: mirror.note,
    endpointsPresent: mirror.endpoints !== null,
    rewritesPresent: mirror.rewrites !== null,
  });
  for (const [index, endpoint] of (mirror.endpoints ?? []).entries()) {
    rows.endpoints.push({ id: context.newId(), mirrorId, position: index, ...endpoint });
  }
  for (const [index, rewrite] of (mirror.rewrites ?? []).entries()) {
    rows.rewrites.push({ id: context.newId(), mirrorId, position: index, ...rewrite });
  }
  addExtras(writer, mirror.extras, { place: "mirror", mirrorId, registryHostId: null });
};

const addHost = (writer: Writer, host: RegistryHost, position: number) => {
  const registryHostId = pushHost(writer, "configs", { ...host, position });
  if (host.auth) addAuth(writer, host.auth, registryHostId);
  if (host.tls) addTls(writer, host.tls, registryHostId);
  addExtras(writer, host.extras, { place: "host", mirrorId: null, registryHostId });
};

const addLegacyAuth = (writer: Writer, host: LegacyAuth, position: number) => {
  const registryHostId = pushHost(writer, "auths", { ...host, tls: null, position });
  if (host.auth) addAuth(writer, host.auth, registryHostId);
};

const pushHost = (
  { rows, context }: Writer,
  section: "configs" | "auths",
  host: Pick<RegistryHost, "host" | "note" | "auth" | "tls"> & { position: number },
) => {
  const id = context.newId();
  rows.registryHosts.push({
    id,
    revisionId: context.revisionId,
    section,
    position: host.position,
    host: host.host,
    note: host.note,
    authPresent: host.auth !== null,
    tlsPresent: host.tls !== null,
    insecureSkipVerify: host.tls?.insecure_skip_verify ?? false,
  });
  return id;
};

const addAuth = (writer: Writer, auth: Auth, registryHostId: string) => {
  for (const field of authFields) {
    const value = auth[field];
    if (value === null) continue;
    const columns = authColumns(writer.context, value);
    invariant(field === "username" || !columns.text, `no secret text in the row of ${field}`);
    writer.rows.authValues.push({ registryHostId, field, ...columns });
  }
  invariant(
    auth.extras.every(({ value }) => !holdsText(value)),
    "no secret text in the rows of an auth block",
  );
  addExtras(writer, auth.extras, { place: "auth", mirrorId: null, registryHostId });
};

// A key that says nothing, such as `token: []`, is no secret and stands in its row as it is.
const holdsText = (value: AuthValue) => value.kind === "text" && !isBlankFlowText(value.text);

const addTls = (writer: Writer, tls: Tls, registryHostId: string) => {
  for (const file of tlsFiles) {
    const value = tls[file];
    if (value !== null) {
      writer.rows.tlsValues.push({ registryHostId, file, ...fileColumns(writer.context, value) });
    }
  }
  addExtras(writer, tls.extras, { place: "tls", mirrorId: null, registryHostId });
};

const addExtras = ({ rows, context }: Writer, extras: Extra[], owner: ExtraOwner) => {
  for (const [position, extra] of extras.entries()) {
    rows.extras.push({
      id: context.newId(),
      revisionId: context.revisionId,
      ...owner,
      position,
      key: extra.key,
      note: extra.note,
      ...authColumns(context, extra.value),
    });
  }
};

const authColumns = (context: RowContext, value: AuthValue) => {
  if (value.kind === "text") return { text: value.text, credentialId: null };
  return { text: null, credentialId: idOf(context.credentialIds, value.slug) };
};

const fileColumns = (context: RowContext, value: FileValue) => {
  if (value.kind === "path") return { path: value.path, certificateId: null };
  return { path: null, certificateId: idOf(context.certificateIds, value.slug) };
};

const idOf = (ids: ReadonlyMap<string, string>, slug: string) => {
  const id = ids.get(slug);
  invariant(id !== undefined, "a definition names only what was looked up before");
  return id;
};
