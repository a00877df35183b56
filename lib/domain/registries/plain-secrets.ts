import { mapNotes, mayHoldSecret } from "./mask-notes";
import type { Definition } from "./schema";

/** Places of a definition that may hold a secret nothing would seal: lines of comments, and logins inside URLs. */
export type PlainSecrets = { notes: number; urls: number };

/**
 * The URL without `user:password@`. A password may hold `/`, `?`, `#` and `@`, so what looks like a host with a port that is
 * no number is taken for the begin of a login, up to the last `@`.
 */
export function withoutLogin(url: string): string {
  const [scheme = ""] = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.exec(url) ?? [];
  const rest = url.slice(scheme.length);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf("@");
  if (at >= 0) return scheme + rest.slice(at + 1);
  const isHost = !authority.includes(":") || authority.startsWith("[") || /:\d*$/.test(authority);
  return isHost ? url : scheme + rest.slice(rest.lastIndexOf("@") + 1);
}

/** The definition without the lines of its comments that may hold a secret. */
export const withoutSecretNotes = (definition: Definition): Definition =>
  mapNotes(definition, (note) =>
    note
      .split("\n")
      .filter((line) => !mayHoldSecret(line))
      .join("\n"),
  );

/** The definition without logins in the URLs of its endpoints, which containerd does not use. */
export const withoutUserInfo = (definition: Definition): Definition => ({
  ...definition,
  mirrors:
    definition.mirrors?.map((mirror) => ({
      ...mirror,
      endpoints: mirror.endpoints?.map((entry) => ({ ...entry, url: withoutLogin(entry.url) })) ?? null,
    })) ?? null,
});

export function findPlainSecrets(definition: Definition): PlainSecrets {
  let notes = 0;
  mapNotes(definition, (note) => {
    notes += note.split("\n").filter(mayHoldSecret).length;
    return note;
  });
  const endpoints = (definition.mirrors ?? []).flatMap((mirror) => mirror.endpoints ?? []);
  return { notes, urls: endpoints.filter(({ url }) => withoutLogin(url) !== url).length };
}
