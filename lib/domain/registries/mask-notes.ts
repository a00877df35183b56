import type { Auth, Definition, Extra, Tls } from "./schema";

type Change = (note: string) => string;

const ofEach = <Entry extends { note: string }>(entries: readonly Entry[], change: Change): Entry[] =>
  entries.map((entry) => ({ ...entry, note: change(entry.note) }));

const ofBlock = <Block extends { extras: Extra[] }>(block: Block, change: Change): Block => ({
  ...block,
  extras: ofEach(block.extras, change),
});

const ofAuth = (auth: Auth | null, change: Change) => auth && ofBlock(auth, change);
const ofTls = (tls: Tls | null, change: Change) => tls && ofBlock(tls, change);

/** The definition with every note changed, wherever it stands. */
export function mapNotes(definition: Definition, change: Change): Definition {
  const mirrors = definition.mirrors?.map((mirror) => ({
    ...mirror,
    endpoints: mirror.endpoints && ofEach(mirror.endpoints, change),
    rewrites: mirror.rewrites && ofEach(mirror.rewrites, change),
    extras: ofEach(mirror.extras, change),
  }));
  const registryHosts = definition.registryHosts?.map((host) => ({
    ...host,
    auth: ofAuth(host.auth, change),
    tls: ofTls(host.tls, change),
    extras: ofEach(host.extras, change),
  }));
  const auths = definition.auths?.map((entry) => ({ ...entry, auth: ofAuth(entry.auth, change) }));
  return {
    note: change(definition.note),
    endNote: change(definition.endNote),
    mirrorsNote: change(definition.mirrorsNote),
    mirrors: mirrors ? ofEach(mirrors, change) : null,
    registryHostsNote: change(definition.registryHostsNote),
    registryHosts: registryHosts ? ofEach(registryHosts, change) : null,
    authsNote: change(definition.authsNote),
    auths: auths ? ofEach(auths, change) : null,
    extras: ofEach(definition.extras, change),
  };
}

// A line that is commented out often is an old login. Which word stands for one is a guess, so it guesses widely.
const secretWord =
  /pass|pwd|\bpw\b|token|secret|\bauth|credential|login|bearer|basic|private|api.?key|密码|口令|令牌|凭据|密钥/i;
const userInfo = /\S:\S*@/;
const opaqueText = /(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{20}/i;

/** Whether one line of a note may hold a secret. */
export const mayHoldSecret = (line: string): boolean =>
  secretWord.test(line) || userInfo.test(line) || opaqueText.test(line);

/** A note without the lines that may hold a secret. */
export const maskNote = (note: string, label: (line: string) => string): string =>
  note
    .split("\n")
    .map((line) => (mayHoldSecret(line) ? label(line) : line))
    .join("\n");
