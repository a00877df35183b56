import { splitAuthority } from "../checks/authority";
import { hubHost, registryHostOf } from "../checks/endpoint-url";
import { hostsOf, type LintContext } from "./context";
import { copyEntry, renameKey } from "./edit";
import { settingsOf } from "./endpoint-set";
import { isFree } from "./field-rule";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { HostView } from "./view";

const nameOf = (host: string) => splitAuthority(host).host;
const likeness = (host: string) => nameOf(host).toLowerCase();
const keyOf = (host: string) => (host === hubHost ? "docker.io" : host);

const rename = (context: LintContext, { slot }: HostView, right: string): Fix[] =>
  isFree(slot, right)
    ? [{ id: "write", params: { right }, safe: false, apply: () => renameKey(context, slot, right) }]
    : [];

const at = (context: LintContext, { path, slot }: HostView) => ({ path, range: context.keyRange(slot) });

const judged = (context: LintContext) => {
  const used = context.endpointHosts;
  return context.view.hosts.filter(
    ({ host, auth, tls }) =>
      host !== "*" && host !== "" && !used.has(keyOf(host)) && (auth !== null || tls !== null),
  );
};

/** Endpoint hosts without settings, by what is left of them without port and capitals. */
function openHosts(context: LintContext): Map<string, string> {
  const open = [...context.endpointHosts].filter((host) => !context.hosts.has(host)).reverse();
  return new Map(open.map((host) => [likeness(host), host]));
}

/** Endpoint hosts of the mirror of this name that have no settings: those its settings were meant for. */
function lacking(context: LintContext, host: string): string[] {
  const mirror = context.mirrors.get(keyOf(host));
  return mirror === undefined ? [] : hostsOf(mirror).filter((each) => !context.hosts.has(each));
}

function findPorts(context: LintContext): Place[] {
  const open = openHosts(context);
  return judged(context).flatMap((view) => {
    const near = open.get(likeness(view.host));
    if (near === undefined) return [];
    return [
      {
        ...at(context, view),
        params: { host: view.host, near },
        message: { catalogue: "findings", key: "port-mismatch" },
        fixes: rename(context, view, near),
      },
    ];
  });
}

function findUnused(context: LintContext): Place[] {
  const open = openHosts(context);
  const [first] = open.values();
  const hasEndpoints = context.endpointHosts.size > 0;
  const candidates = [...context.endpointHosts].slice(0, 5).join(", ");
  const unused = judged(context).filter(({ host, auth }) => {
    const isHubLogin = auth !== null && (host === "docker.io" || host === "index.docker.io");
    return host !== hubHost && !isHubLogin && !open.has(likeness(host));
  });
  return unused.flatMap((view): Place[] => {
    if (context.mirrors.has(keyOf(view.host))) return meantForEndpoint(context, view);
    if (!hasEndpoints) return [];
    const isRegistry = view.host === "localhost" || /[.:]/.test(view.host);
    return [
      {
        ...at(context, view),
        params: { host: view.host, candidates },
        message: { catalogue: "lint", key: isRegistry ? "config-key-direct" : "config-key-unused" },
        severity: isRegistry ? "info" : "warning",
        fixes: isRegistry || first === undefined ? [] : rename(context, view, first),
      },
    ];
  });
}

function meantForEndpoint(context: LintContext, view: HostView): Place[] {
  const candidates = lacking(context, view.host);
  const [near] = candidates;
  if (near === undefined) return [];
  return [
    {
      ...at(context, view),
      params: { host: view.host, candidates: candidates.slice(0, 5).join(", ") },
      message: { catalogue: "lint", key: "config-key-mirror" },
      fixes: rename(context, view, near),
    },
  ];
}

/** A host whose login is known for one port and missing for another. */
function findWithoutAuth(context: LintContext): Place[] {
  const used = context.endpointHosts;
  const logins = new Map<string, HostView>();
  for (const view of context.view.hosts) {
    const isUsed = used.has(keyOf(view.host)) || context.mirrors.has(view.host);
    if (view.auth !== null && isUsed && view.host !== "*") logins.set(nameOf(view.host), view);
  }
  const values = context.view.mirrors.flatMap(({ endpoints }) => endpoints);
  return values.flatMap(({ text, slot, path }): Place[] => {
    const host = registryHostOf(text);
    const known = logins.get(nameOf(host));
    if (known === undefined || known.host === host || settingsOf(context, host, "auth") !== null) return [];
    const copy: Fix = {
      id: "copy-settings",
      params: { from: known.host, to: host },
      safe: false,
      apply: () => copyEntry(context, known.slot, [host]),
    };
    const fixes = context.hosts.has(host) ? [] : [copy];
    return [{ path, range: context.range(slot.node), params: { host, known: known.host }, fixes }];
  });
}

const isHubLogin = ({ host, auth }: HostView) =>
  auth !== null && (host === "docker.io" || nameOf(host) === "index.docker.io");

/** containerd asks registry-1.docker.io and looks the login up under that name alone. */
function findHubLogins(context: LintContext): Place[] {
  const used = context.endpointHosts;
  const isKnown = (context.hosts.get(hubHost)?.auth ?? null) !== null;
  if (isKnown && context.target.distribution === "rke2") return [];
  return context.view.hosts
    .filter((view) => isHubLogin(view) && !(view.host !== "docker.io" && used.has(view.host)))
    .map((view) => ({
      ...at(context, view),
      params: { value: view.host },
      message: { catalogue: "findings", key: "hub-auth-key" },
      ...(isKnown && { severity: "info" as const }),
      fixes: isKnown || context.hosts.has(hubHost) ? [] : [hubFix(context, view)],
    }));
}

/** RKE2 pulls its runtime image with the login under docker.io, so there both names are kept. */
function hubFix(context: LintContext, { slot }: HostView): Fix {
  if (context.target.distribution === "k3s") {
    const apply = () => renameKey(context, slot, hubHost);
    return { id: "write", params: { right: hubHost }, safe: true, apply };
  }
  const apply = () => copyEntry(context, slot, [hubHost]);
  return { id: "copy-settings", params: { from: slot.name, to: hubHost }, safe: true, apply };
}

/** Which endpoint an entry of `configs` belongs to. */
export const hostUseRules: readonly Rule[] = [
  {
    code: "hub-auth-key",
    severity: ({ target }) => (target.distribution === "rke2" ? "info" : "warning"),
    source: sources.auth,
    find: findHubLogins,
  },
  { code: "config-key-unused", severity: "warning", source: sources.hosts, find: findUnused },
  { code: "port-mismatch", severity: "warning", source: sources.hosts, find: findPorts },
  { code: "endpoint-without-auth", severity: "warning", source: sources.auth, find: findWithoutAuth },
];
