import { splitAuthority } from "../checks/authority";
import { hubHost } from "../checks/endpoint-url";
import { nearestKey } from "../nearest-key";
import { hostsOf, type LintContext } from "./context";
import { renameKey } from "./edit";
import { isFree } from "./field-rule";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { HostView } from "./view";

const nameOf = (host: string) => splitAuthority(host).host;
const likeness = (host: string) => nameOf(host).toLowerCase();
/** The name under which K3s looks up the settings of Docker Hub. */
export const keyOf = (host: string) => (host === hubHost ? "docker.io" : host);

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

/** Public mirrors that need no settings; that they have none says nothing. */
const isPublic = (host: string) =>
  /^(?:docker\.io|registry-1\.docker\.io|quay\.io|ghcr\.io|registry\.k8s\.io|(?:[a-z]+\.)?gcr\.io|public\.ecr\.aws)$|\.m\.daocloud\.io$/.test(
    host,
  );

/** `harbor-1` and `harbor-2` are two hosts and no slip. */
const withoutDigits = (host: string) => host.replace(/\d+/g, "");

/** The same letters but for one or two, or a shorter form of the same domain. */
function isLike(one: string, other: string): boolean {
  const [short, long] = [likeness(one), likeness(other)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length > 253 || long.length > 253) return false;
  if (withoutDigits(short) === withoutDigits(long) || short[0] !== long[0]) return long.endsWith(`.${short}`);
  return long.startsWith(`${short}.`) || long.endsWith(`.${short}`) || nearestKey(short, [long]) !== null;
}

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

const portOf = (host: string) => splitAuthority(host).port;
const hasSamePort = (one: string, other: string) => portOf(one) === portOf(other);

function findPorts(context: LintContext): Place[] {
  const open = openHosts(context);
  return judged(context).flatMap((view) => {
    const near = open.get(likeness(view.host));
    if (near === undefined || hasSamePort(view.host, near)) return [];
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

/** Comparing names letter by letter is for files of a size people write. */
const mostCompared = 2000;

/** The endpoint host without settings that a name was probably meant for. */
function nearest(host: string, open: ReadonlyMap<string, string>, among: readonly string[]) {
  return open.get(likeness(host)) ?? among.find((each) => isLike(each, host));
}

function findUnused(context: LintContext): Place[] {
  const open = openHosts(context);
  const unused = judged(context).filter(({ host, auth }) => {
    const isHubLogin = auth !== null && (host === "docker.io" || host === "index.docker.io");
    const near = open.get(likeness(host));
    return host !== hubHost && !isHubLogin && (near === undefined || hasSamePort(host, near));
  });
  const lacking = [...open.values()].filter((host) => !isPublic(host));
  const among = lacking.length * unused.length > mostCompared ? [] : lacking;
  return unused.flatMap((view): Place[] => {
    if (context.mirrors.has(keyOf(view.host))) return meantForEndpoint(context, view);
    if (context.endpointHosts.size === 0) return [];
    return [unusedPlace(context, view, { near: nearest(view.host, open, among), lacking })];
  });
}

/** A name with a dot may be a registry without a mirror, all of whose images are named so. */
const canBeRegistry = (host: string) => host === "localhost" || /[.:]/.test(host);

function unusedPlace(
  context: LintContext,
  view: HostView,
  { near, lacking }: { near: string | undefined; lacking: readonly string[] },
): Place {
  const isDirect = near === undefined && canBeRegistry(view.host);
  const right = isDirect ? undefined : (near ?? lacking[0]);
  const candidates = [...context.endpointHosts].slice(0, 5).join(", ");
  return {
    ...at(context, view),
    params: { host: view.host, candidates },
    message: { catalogue: "lint", key: isDirect ? "config-key-direct" : "config-key-unused" },
    severity: isDirect && lacking.length === 0 ? "info" : "warning",
    fixes: right === undefined ? [] : rename(context, view, right),
  };
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

/** Entries of `configs` under a name that no endpoint has. */
export const hostKeyRules: readonly Rule[] = [
  { code: "config-key-unused", severity: "warning", source: sources.hosts, find: findUnused },
  { code: "port-mismatch", severity: "warning", source: sources.hosts, find: findPorts },
];
