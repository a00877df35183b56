import { isBlankFlowText } from "@/lib/domain/configurations/unsealed";
import { readFlowScalar } from "@/lib/domain/registries/extra-text";
import { isKeyText } from "@/lib/domain/registries/mask";
import { mapNotes, mayHoldSecret } from "@/lib/domain/registries/mask-notes";
import { withoutLogin } from "@/lib/domain/registries/plain-secrets";
import type { Auth, Definition, Extra, FileValue, Tls } from "@/lib/domain/registries/schema";

/** How much of a file was left out because it may be secret and nothing would seal it. */
export type LeftOut = { notes: number; urls: number; entries: number; keys: number };

type Cleaned = { definition: Definition; leftOut: LeftOut };

/** A key such as one gives it. Of a login that was typed as a key, the key itself is the secret. */
export const isPlainKey = (key: string): boolean => /^[\w.-]{1,40}$/.test(key);

const saysNothing = ({ value }: Extra) => value.kind === "text" && isBlankFlowText(value.text);

const isHarmless = (extra: Extra): boolean => {
  const text = extra.value.kind === "text" ? extra.value.text : "";
  return isPlainKey(extra.key) && (saysNothing(extra) || !mayHoldSecret(`${extra.key}: ${text}`));
};

/** Inside of an auth block each single value becomes part of the credential; a list or a map cannot. */
const canBeSealed = (extra: Extra): boolean =>
  isPlainKey(extra.key) &&
  (saysNothing(extra) || (extra.value.kind === "text" && readFlowScalar(extra.value.text) !== null));

/** containerd uses neither a login in a URL nor what follows the path, so both can go. */
const plainUrl = (url: string): string => withoutLogin(url).replace(/[?#].*$/s, "");

class Cleaner {
  readonly leftOut: LeftOut = { notes: 0, urls: 0, entries: 0, keys: 0 };

  #keep<Item>(what: "entries" | "keys", items: Item[], isKept: (item: Item) => boolean): Item[] {
    const kept = items.filter(isKept);
    this.leftOut[what] += items.length - kept.length;
    return kept;
  }

  extras = (extras: Extra[]): Extra[] => this.#keep("keys", extras, isHarmless);

  auth = (auth: Auth | null): Auth | null =>
    auth && { ...auth, extras: this.#keep("keys", auth.extras, canBeSealed) };

  #file = (file: FileValue | null): FileValue | null => {
    if (file?.kind !== "path" || !isKeyText(file.path)) return file;
    this.leftOut.keys += 1;
    return null;
  };

  tls = (tls: Tls | null): Tls | null =>
    tls && {
      ...tls,
      ca_file: this.#file(tls.ca_file),
      cert_file: this.#file(tls.cert_file),
      key_file: this.#file(tls.key_file),
      extras: this.extras(tls.extras),
    };

  entries = <Entry>(entries: Entry[] | null, nameOf: (entry: Entry) => string): Entry[] | null =>
    entries && this.#keep("entries", entries, (entry) => plainUrl(nameOf(entry)) === nameOf(entry));

  url = (url: string): string => {
    const plain = plainUrl(url);
    if (plain !== url) this.leftOut.urls += 1;
    return plain;
  };

  note = (note: string, isSecret: (line: string) => boolean): string => {
    const lines = note.split("\n");
    const kept = lines.filter((line) => !isSecret(line) && !mayHoldSecret(line));
    this.leftOut.notes += lines.length - kept.length;
    return kept.join("\n");
  };
}

/**
 * The definition without what may be secret and cannot become part of a credential. Somebody who pastes a file has
 * its text; of a node's file they shall not learn more than the product shows of its own. `secretNotes` are comments
 * known to be the rest of a secret.
 */
export function leaveOutSecrets(given: Definition, secretNotes: ReadonlySet<string> = new Set()): Cleaned {
  const clean = new Cleaner();
  const noted = mapNotes(given, (note) => clean.note(note, (line) => secretNotes.has(line.trim())));
  const mirrors = clean.entries(noted.mirrors, ({ name }) => name);
  const registryHosts = clean.entries(noted.registryHosts, ({ host }) => host);
  const auths = clean.entries(noted.auths, ({ host }) => host);
  const definition: Definition = {
    ...noted,
    extras: clean.extras(noted.extras),
    mirrors:
      mirrors?.map((mirror) => ({
        ...mirror,
        endpoints: mirror.endpoints?.map((one) => ({ ...one, url: clean.url(one.url) })) ?? null,
        extras: clean.extras(mirror.extras),
      })) ?? null,
    registryHosts:
      registryHosts?.map((host) => ({
        ...host,
        auth: clean.auth(host.auth),
        tls: clean.tls(host.tls),
        extras: clean.extras(host.extras),
      })) ?? null,
    auths: auths?.map((entry) => ({ ...entry, auth: clean.auth(entry.auth) })) ?? null,
  };
  return { definition, leftOut: clean.leftOut };
}
