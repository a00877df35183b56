import { toForm } from "../form";
import type { RegistryHostForm } from "../form-host-schema";
import type { DefinitionForm, MirrorForm } from "../form-schema";
import type { Definition } from "../schema";

/** A list with what another one adds, where entries of one name become one. */
function addEach<Entry>(
  entries: readonly Entry[],
  added: readonly Entry[],
  { keyOf, join }: { keyOf: (entry: Entry) => string; join: (own: Entry, other: Entry) => Entry },
): Entry[] {
  const result = [...entries];
  for (const other of added) {
    const at = result.findIndex((entry) => keyOf(entry) === keyOf(other));
    const own = result[at];
    if (own === undefined) result.push(other);
    else result[at] = join(own, other);
  }
  return result;
}

const kept = <Entry>(own: Entry): Entry => own;

const joinMirrors = (own: MirrorForm, other: MirrorForm): MirrorForm => ({
  ...own,
  endpoints: addEach(own.endpoints, other.endpoints, { keyOf: ({ url }) => url, join: kept }),
  rewrites: addEach(own.rewrites, other.rewrites, { keyOf: ({ pattern }) => pattern, join: kept }),
});

/** A login that is there stays; a certificate that is named takes the place of another. */
const joinHosts = (own: RegistryHostForm, other: RegistryHostForm): RegistryHostForm => ({
  ...own,
  auth: own.auth.mode === "none" && other.auth.mode !== "none" ? other.auth : own.auth,
  tls: other.tls.ca_file.source === "none" ? own.tls : { ...own.tls, ca_file: other.tls.ca_file },
});

/** Adds the entries of a definition. What is there stays, and stays before what is added. */
export function addDefinition(form: DefinitionForm, definition: Definition): DefinitionForm {
  const added = toForm(definition);
  return {
    ...form,
    mirrors: addEach(form.mirrors, added.mirrors, { keyOf: ({ name }) => name, join: joinMirrors }),
    registryHosts: addEach(form.registryHosts, added.registryHosts, {
      keyOf: ({ host }) => host,
      join: joinHosts,
    }),
  };
}

/** Names of entries that are there already, so that the definition only adds to them. */
export const namesTaken = (form: DefinitionForm, definition: Definition): string[] => [
  ...(definition.mirrors ?? [])
    .map(({ name }) => name)
    .filter((name) => form.mirrors.some((row) => row.name === name)),
  ...(definition.registryHosts ?? [])
    .map(({ host }) => host)
    .filter((host) => form.registryHosts.some((row) => row.host === host)),
];

/** The first entry of a definition in a form it was added to, as the path of the field to begin with. */
export function firstField(form: DefinitionForm, { mirrors, registryHosts }: Definition): string | null {
  const [mirror] = mirrors ?? [];
  if (mirror) {
    const at = form.mirrors.findIndex(({ name }) => name === mirror.name);
    const url = mirror.endpoints?.[0]?.url;
    const endpoint = form.mirrors[at]?.endpoints.findIndex((row) => row.url === url) ?? -1;
    return `definition.mirrors.${at}.${endpoint === -1 ? "name" : `endpoints.${endpoint}.url`}`;
  }
  const [host] = registryHosts ?? [];
  return host
    ? `definition.registryHosts.${form.registryHosts.findIndex((row) => row.host === host.host)}.host`
    : null;
}
