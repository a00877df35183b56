import type { AuthField } from "./fields";
import { mapNotes, maskNote } from "./mask-notes";
import type { Auth, AuthValue, Definition, Extra, FileValue, Tls } from "./schema";

/** Auth fields that are shown: a user name is not a secret. */
const shown: readonly AuthField[] = ["username"];

type Label = (secret: string) => string;

/** What is shown in place of a secret. */
export const hidden = "••••••";

/** Labels under which equal secrets look equal and different ones differ, as long as one looks at them together. */
export function numberSecrets(): Label {
  const numbers = new Map<string, number>();
  return (secret) => {
    const number = numbers.get(secret) ?? numbers.size + 1;
    numbers.set(secret, number);
    return `${hidden} (${number})`;
  };
}

const maskValue = (value: AuthValue, label: Label): AuthValue =>
  value.kind === "text" && value.text !== "" ? { kind: "text", text: label(value.text) } : value;

/** What K3s does not read may be a password under a misspelt key, wherever it stands. */
const maskExtras = (extras: Extra[], label: Label) =>
  extras.map((extra) => ({ ...extra, value: maskValue(extra.value, label) }));

function maskAuth(auth: Auth | null, label: Label): Auth | null {
  if (!auth) return null;
  const field = (name: AuthField) => {
    const value = auth[name];
    return value === null || shown.includes(name) ? value : maskValue(value, label);
  };
  return {
    username: field("username"),
    password: field("password"),
    auth: field("auth"),
    identity_token: field("identity_token"),
    extras: maskExtras(auth.extras, label),
  };
}

/** Whether somebody put a key itself where its path belongs. What stands for a secret is seen again as one. */
export const isKeyText = (path: string): boolean => /PRIVATE KEY|•••/.test(path);

const maskFile = (file: FileValue | null, label: Label): FileValue | null =>
  file?.kind === "path" && isKeyText(file.path) ? { ...file, path: label(file.path) } : file;

const maskTls = (tls: Tls | null, label: Label): Tls | null =>
  tls && {
    ...tls,
    ca_file: maskFile(tls.ca_file, label),
    cert_file: maskFile(tls.cert_file, label),
    key_file: maskFile(tls.key_file, label),
    extras: maskExtras(tls.extras, label),
  };

/**
 * containerd ignores `user:password@` of a URL, but a person may have written a password there, and passwords hold `/`
 * and `@` too: so all up to the last `@` is hidden. What follows `?` may be a token.
 */
export const maskUrl = (url: string, label: Label): string =>
  url
    .replace(
      /^([a-z][a-z0-9+.-]*:\/\/)?(.*)@/is,
      (_all: string, scheme: string | undefined, info: string) => `${scheme ?? ""}${label(info)}@`,
    )
    .replace(/\?(.+)$/s, (_all: string, query: string) => `?${label(query)}`);

/**
 * The definition as it may be shown and compared: each secret text becomes what `label` makes of it, so that equal
 * secrets look equal and different ones differ, and none can be read. References to credentials stay as they are.
 */
export function maskSecrets(definition: Definition, label: Label): Definition {
  return mapNotes(maskValues(definition, label), (note) => maskNote(note, label));
}

function maskValues(definition: Definition, label: Label): Definition {
  return {
    ...definition,
    extras: maskExtras(definition.extras, label),
    mirrors:
      definition.mirrors?.map((mirror) => ({
        ...mirror,
        name: maskUrl(mirror.name, label),
        extras: maskExtras(mirror.extras, label),
        endpoints: mirror.endpoints?.map((one) => ({ ...one, url: maskUrl(one.url, label) })) ?? null,
      })) ?? null,
    registryHosts:
      definition.registryHosts?.map((host) => ({
        ...host,
        host: maskUrl(host.host, label),
        auth: maskAuth(host.auth, label),
        tls: maskTls(host.tls, label),
        extras: maskExtras(host.extras, label),
      })) ?? null,
    auths:
      definition.auths?.map((entry) => ({
        ...entry,
        host: maskUrl(entry.host, label),
        auth: maskAuth(entry.auth, label),
      })) ?? null,
  };
}
