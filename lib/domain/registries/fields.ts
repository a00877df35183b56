// Beside the schemas, so that who needs only these does not bring what checks with them.
import type { Definition } from "./schema";

/** Keys of an auth block that K3s reads, in the order they are written (rancher/wharfie pkg/registries/types.go, v0.7.1). */
export const authFields = ["username", "password", "auth", "identity_token"] as const;
export type AuthField = (typeof authFields)[number];
/** Those of them whose values are secret. */
export const secretFields: readonly Exclude<AuthField, "username">[] = ["password", "auth", "identity_token"];

/** File keys of a tls block that K3s reads, in the order they are written (same source). */
export const tlsFiles = ["ca_file", "cert_file", "key_file"] as const;
export type TlsFile = (typeof tlsFiles)[number];

/** What `slugSchema` takes. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const emptyDefinition: Definition = {
  note: "",
  endNote: "",
  mirrorsNote: "",
  mirrors: null,
  registryHostsNote: "",
  registryHosts: null,
  authsNote: "",
  auths: null,
  extras: [],
};
