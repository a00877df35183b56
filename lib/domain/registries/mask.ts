import type { Auth, AuthField, AuthValue, Definition, Extra } from "./schema";

/** Auth fields that are shown: a user name is not a secret. */
const shown: readonly AuthField[] = ["username"];

/**
 * The definition as it may be shown and compared: each secret text becomes what `label` makes of it, so that equal
 * secrets look equal and different ones differ, and none can be read. References to credentials stay as they are.
 */
export function maskSecrets(definition: Definition, label: (secret: string) => string): Definition {
  const value = (from: AuthValue): AuthValue =>
    from.kind === "text" && from.text !== "" ? { kind: "text", text: label(from.text) } : from;
  const field = (name: AuthField, from: AuthValue | null) =>
    from === null || shown.includes(name) ? from : value(from);
  const extras = (from: Extra[]) => from.map((extra) => ({ ...extra, value: value(extra.value) }));
  const auth = (from: Auth | null): Auth | null =>
    from && {
      username: field("username", from.username),
      password: field("password", from.password),
      auth: field("auth", from.auth),
      identity_token: field("identity_token", from.identity_token),
      extras: extras(from.extras),
    };
  return {
    ...definition,
    mirrors:
      definition.mirrors?.map((mirror) => ({
        ...mirror,
        endpoints: mirror.endpoints?.map((one) => ({ ...one, url: maskUserInfo(one.url, label) })) ?? null,
      })) ?? null,
    registryHosts: definition.registryHosts?.map((host) => ({ ...host, auth: auth(host.auth) })) ?? null,
    auths: definition.auths?.map((entry) => ({ ...entry, auth: auth(entry.auth) })) ?? null,
  };
}

/** containerd ignores `user:password@` of a URL, but a person may have written a password there. */
function maskUserInfo(url: string, label: (secret: string) => string): string {
  return url.replace(/^([^/@]*:\/\/)?([^/@]*)@/, (_all, scheme = "", info) => `${scheme}${label(info)}@`);
}
