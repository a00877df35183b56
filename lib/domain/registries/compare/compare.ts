import type { Definition, LegacyAuth, Mirror, RegistryHost } from "../schema";
import { compareAuth } from "./auth";
import { type Change, type Detail, noteChange, type SectionKey, writtenChange } from "./change";
import { about, compareEntries, type EntryKind } from "./entries";
import { compareExtras } from "./extras";
import { compareMirror } from "./mirror";
import { compareTls, compareVerification } from "./tls";
import { noVersions, type VersionPair } from "./versions";

/**
 * What differs between two definitions, as a person would tell it: none exactly when they are equal. Names, URLs and
 * rewrites are told as they are, so mask both definitions first where those may hold secrets; values of logins and of
 * unknown keys are never told.
 */
export function compareDefinitions(
  before: Definition,
  after: Definition,
  versions: VersionPair = noVersions,
): Change[] {
  const lists = <Key extends "mirrors" | "registryHosts" | "auths">(key: Key) => ({
    before: before[key] ?? [],
    after: after[key] ?? [],
  });
  return [
    ...about({ kind: "file" }, compareFile(before, after)),
    ...compareEntries<Mirror>(lists("mirrors"), mirrorKind),
    ...compareEntries<RegistryHost>(lists("registryHosts"), hostKind(versions)),
    ...compareEntries<LegacyAuth>(lists("auths"), legacyKind(versions)),
  ];
}

const mirrorKind: EntryKind<Mirror> = {
  section: "mirrors",
  subject: "mirror",
  nameOf: ({ name }) => name,
  added: ({ endpoints, rewrites }) => [
    { code: "mirror-added", params: { endpoints: endpoints?.length ?? 0, rewrites: rewrites?.length ?? 0 } },
  ],
  compare: compareMirror,
};

const yesNo = (value: unknown) => (value ? "yes" : "no");

const hostKind = (versions: VersionPair): EntryKind<RegistryHost> => ({
  section: "configs",
  subject: "registryHost",
  nameOf: ({ host }) => host,
  // A host that comes with its certificate unchecked must say so at once.
  added: ({ auth, tls }) => [
    { code: "host-added", params: { login: yesNo(auth), tls: yesNo(tls) } },
    ...compareVerification(false, tls?.insecure_skip_verify ?? false),
  ],
  compare: (before, after) => [
    ...compareAuth(before.auth, after.auth, versions),
    ...compareTls(before.tls, after.tls, versions),
    ...noteDetail(before.note, after.note),
    ...compareExtras(before.extras, after.extras, "host"),
  ],
});

const legacyKind = (versions: VersionPair): EntryKind<LegacyAuth> => ({
  section: "auths",
  subject: "legacyAuth",
  nameOf: ({ host }) => host,
  added: () => [{ code: "auth-added", params: {} }],
  compare: (before, after) => [
    ...compareAuth(before.auth, after.auth, versions),
    ...noteDetail(before.note, after.note),
  ],
});

function noteDetail(before: string, after: string): Detail[] {
  const note = noteChange(before, after);
  return note ? [{ code: "note", params: note }] : [];
}

function compareFile(before: Definition, after: Definition): Detail[] {
  const end = noteChange(before.endNote, after.endNote);
  return [
    ...noteDetail(before.note, after.note),
    ...sectionDetails("mirrors", [before.mirrors, after.mirrors], [before.mirrorsNote, after.mirrorsNote]),
    ...sectionDetails(
      "configs",
      [before.registryHosts, after.registryHosts],
      [before.registryHostsNote, after.registryHostsNote],
    ),
    ...sectionDetails("auths", [before.auths, after.auths], [before.authsNote, after.authsNote]),
    ...compareExtras(before.extras, after.extras, "file"),
    ...(end ? [{ code: "end-note", params: end } as const] : []),
  ];
}

type Pair<Value> = readonly [before: Value, after: Value];

function sectionDetails(
  section: SectionKey,
  lists: Pair<readonly unknown[] | null>,
  notes: Pair<string>,
): Detail[] {
  const written = writtenChange(...lists);
  const note = noteChange(...notes);
  return [
    ...(written ? [{ code: "section-empty", params: { section, ...written } } as const] : []),
    ...(note ? [{ code: "section-note", params: { section, ...note } } as const] : []),
  ];
}
