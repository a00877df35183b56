import { tlsFolder } from "./certificate-path";
import { authFields, tlsFiles } from "./fields";
import { liftAuth } from "./lift-auth";
import type { Auth, Definition, Tls } from "./schema";

/** A login found in a file, to be stored as a credential. */
export interface LiftedCredential {
  readonly slug: string;
  readonly suggestedName: string;
  /** Texts by the key they stood at. */
  readonly fields: Record<string, string>;
}

const allAuths = ({ registryHosts, auths }: Definition): Auth[] =>
  [...(registryHosts ?? []), ...(auths ?? [])].flatMap(({ auth }) => (auth === null ? [] : [auth]));

const allTls = ({ registryHosts }: Definition): Tls[] =>
  (registryHosts ?? []).flatMap(({ tls }) => (tls === null ? [] : [tls]));

const sortedUnique = (slugs: readonly string[]) => Array.from(new Set(slugs)).sort();

/** Credentials a definition refers to, sorted. */
export function credentialSlugs(definition: Definition): string[] {
  const values = allAuths(definition).flatMap((auth) => [
    ...authFields.map((field) => auth[field]),
    ...auth.extras.map((extra) => extra.value),
  ]);
  return sortedUnique(values.flatMap((value) => (value?.kind === "secret" ? [value.slug] : [])));
}

/** Certificates a definition refers to, sorted. */
export function certificateSlugs(definition: Definition): string[] {
  const values = allTls(definition).flatMap((tls) => tlsFiles.map((file) => tls[file]));
  return sortedUnique(values.flatMap((value) => (value?.kind === "certificate" ? [value.slug] : [])));
}

/** Where a delivered TLS file stands on a node; the name is the start of its SHA-256, so it is never overwritten. */
export const ownedPath = (fingerprint: string, kind: "crt" | "key") =>
  `${tlsFolder}/${fingerprint.slice(0, 16)}.${kind}`;

/**
 * Takes the logins out of a definition: each auth block that holds a secret as text refers to a new credential
 * instead. `nameFor` gives the slug to use for a host's credential; it must not give one twice.
 */
export function liftSecrets(
  definition: Definition,
  nameFor: (host: string, suggestedSlug: string) => string,
): { definition: Definition; credentials: LiftedCredential[] } {
  const credentials: LiftedCredential[] = [];
  const lift = <Entry extends { host: string; auth: Auth | null }>(entry: Entry): Entry => {
    const lifted = liftAuth(entry.auth, () => nameFor(entry.host, suggestSlug(entry.host)));
    if (lifted === null) return entry;
    credentials.push({ slug: lifted.slug, suggestedName: entry.host, fields: lifted.fields });
    return { ...entry, auth: lifted.auth };
  };
  const registryHosts = definition.registryHosts?.map(lift) ?? null;
  const auths = definition.auths?.map(lift) ?? null;
  return { definition: { ...definition, registryHosts, auths }, credentials };
}

/** A slug that reminds of a host: `harbor.corp:8443` becomes `harbor-corp-8443`. */
export function suggestSlug(host: string): string {
  const words = host
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 63).replace(/^-+|-+$/g, "") || (host === "*" ? "any-registry" : "registry");
}
