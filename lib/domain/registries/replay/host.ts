import type { LegacyAuth, RegistryHost } from "../schema";
import type { Decisions } from "./conflict";
import { ask, entryQuestions, extraKind, mergeNote, type Place } from "./entry";
import { bareAuth, bareHost, only } from "./excerpt";
import { type ListKind, mergeList } from "./lists";
import { mapSides, pick, type Sides } from "./sides";

const keyOf = ({ host }: { host: string }) => host;

export const hostKind = (decisions: Decisions): ListKind<RegistryHost> => ({
  keyOf,
  restOf: (entry) => ({ ...entry, host: "" }),
  merge: (sides) => mergeHost(sides, decisions),
  ...entryQuestions<RegistryHost>(decisions, {
    kind: "registryHost",
    keyOf,
    excerptOf: (registryHosts) => only({ registryHosts: [...registryHosts] }),
    bare: ({ host }) => ({ ...bareHost, host }),
  }),
});

/** A user name of one person with the password of another would be a login that nobody meant; TLS files alike. */
function mergeHost(sides: Sides<RegistryHost>, decisions: Decisions): RegistryHost {
  const { host: old } = sides.base;
  const place: Place<Partial<RegistryHost>> = {
    decisions,
    subject: { kind: "registryHost", name: old },
    excerpt: (part) => only({ registryHosts: [{ ...bareHost, host: old, ...part }] }),
  };
  const settings = mapSides(sides, ({ tls }) => tls);
  return {
    ...mergeLogin(sides, place),
    tls: pick(settings, () => ask(place, { part: "tls", values: settings }, (tls) => tls && { tls })),
    extras: mergeList(
      mapSides(sides, ({ extras }) => extras),
      extraKind(place),
    ),
  };
}

export const legacyKind = (decisions: Decisions): ListKind<LegacyAuth> => ({
  keyOf,
  restOf: (entry) => ({ ...entry, host: "" }),
  merge: (sides) => mergeLegacy(sides, decisions),
  ...entryQuestions<LegacyAuth>(decisions, {
    kind: "legacyAuth",
    keyOf,
    excerptOf: (auths) => only({ auths: [...auths] }),
    bare: ({ host }) => ({ ...bareAuth, host }),
  }),
});

function mergeLegacy(sides: Sides<LegacyAuth>, decisions: Decisions): LegacyAuth {
  const { host: old } = sides.base;
  const place: Place<Partial<LegacyAuth>> = {
    decisions,
    subject: { kind: "legacyAuth", name: old },
    excerpt: (part) => only({ auths: [{ ...bareAuth, host: old, ...part }] }),
  };
  return mergeLogin(sides, place);
}

/** What both kinds of entries have: a name, a note and a login. */
function mergeLogin(sides: Sides<LegacyAuth>, place: Place<Partial<LegacyAuth>>): LegacyAuth {
  const hosts = mapSides(sides, ({ host }) => host);
  const auths = mapSides(sides, ({ auth }) => auth);
  return {
    host: pick(hosts, () => ask(place, { part: "name", values: hosts }, (host) => ({ host }))),
    note: mergeNote(place, sides),
    auth: pick(auths, () => ask(place, { part: "login", values: auths }, (auth) => auth && { auth })),
  };
}
