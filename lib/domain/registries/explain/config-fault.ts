import { readAsToml } from "../checks/toml-text";
import { quote, sortedEntries } from "../containerd/go-text";
import type { Decoded, DecodedAuth } from "../decode";
import type { Target } from "../target";
import type { FailureCode, Phrase } from "./explanation";

/** Values are written with `%q`, which prints some control characters in a way TOML does not know. */
const isWritable = (value: string) => readAsToml(quote(value).slice(1, -1)).ok;

const isWritableAuth = (auth: DecodedAuth) =>
  [auth.username, auth.password, auth.auth, auth.identitytoken].every(isWritable);

/** Keys stand raw between quotes, whose kind depends on the version of the configuration. */
function isReadableKey(key: string, { version: { family }, userTemplate }: Target): boolean {
  // go-toml v1, with which containerd 1.x reads its configuration, ends a table's name at the first bracket.
  if (family < "H" && /[[\]]/.test(key)) return false;
  const single = family >= "H" && userTemplate !== "config.toml.tmpl";
  return single ? !/'|(?![\t\x80-\x9f])\p{Cc}/u.test(key) : readAsToml(key).ok;
}

/** A credential that makes config.toml unreadable: containerd does not start, and nothing is pulled at all. */
export function findConfigFault(configs: Decoded["configs"], target: Target): Phrase<FailureCode> | null {
  for (const [key, { auth }] of sortedEntries(configs)) {
    if (auth === null || (isReadableKey(key, target) && isWritableAuth(auth))) continue;
    return { code: "containerd-config", params: { key } };
  }
  return null;
}
