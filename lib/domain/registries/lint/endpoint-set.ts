import { splitAuthority } from "../checks/authority";
import { defaultEndpoint } from "../checks/endpoint-url";
import { normalizeEndpoint } from "../containerd/endpoint";
import type { LintContext } from "./context";
import { removeSlot, replaceScalar } from "./edit";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { MirrorView, TlsView, Value } from "./view";

/** An endpoint among those of its mirror. */
interface Member {
  readonly mirror: MirrorView;
  readonly value: Value;
  readonly url: string;
  /** The earlier endpoint that asks the same, from 1; 0 for none. */
  readonly first: number;
  readonly isLast: boolean;
  readonly isDefault: boolean;
}

const known = new WeakMap<LintContext, readonly Member[]>();

/** All endpoints K3s does not skip as unreadable, found once for all rules. */
export function membersOf(context: LintContext): readonly Member[] {
  const members = known.get(context) ?? findMembers(context);
  known.set(context, members);
  return members;
}

function findMembers({ view }: LintContext): Member[] {
  return view.mirrors.flatMap((mirror) => {
    const seen = new Map<string, number>();
    const own = defaultEndpoint(mirror.name);
    return mirror.endpoints.flatMap((value, at) => {
      const url = value.text.trim() === "" ? undefined : normalizeEndpoint(value.text, ":")?.url;
      if (url === undefined) return [];
      const first = seen.get(url) ?? 0;
      if (first === 0) seen.set(url, at + 1);
      return [
        { mirror, value, url, first, isLast: at === mirror.endpoints.length - 1, isDefault: url === own },
      ];
    });
  });
}

const place = (context: LintContext, { value }: Member, rest: Omit<Place, "path" | "range">): Place => ({
  path: value.path,
  range: context.range(value.slot.node),
  ...rest,
});

const remove = (context: LintContext, { value }: Member, safe: boolean): Fix => ({
  id: "remove-endpoint",
  safe,
  apply: () => removeSlot(context, value.slot),
});

/** Before March 2024 two tables of one name made hosts.toml invalid (k3s#9693). */
const writesTwice = ({ family }: LintContext) => family === "B" || family === "C";

const findDuplicates = (context: LintContext): Place[] =>
  membersOf(context)
    .filter(({ first }) => first > 0)
    .map((member) =>
      place(context, member, {
        params: { position: member.first, url: member.url, version: context.target.version.text },
        message: { catalogue: writesTwice(context) ? "lint" : "findings", key: "duplicate-endpoint" },
        fixes: [remove(context, member, true)],
      }),
    );

/** Without settings of its own the last default endpoint made K3s forget the mirror (k3s#9341). */
const dropsMirror = ({ family, hosts }: LintContext, { mirror }: Member) =>
  family === "C" && mirror.rewrites.length === 0 && !hosts.has(mirror.name);

const lastDefaults = (context: LintContext) =>
  membersOf(context).filter(
    ({ isDefault, isLast, first, mirror }) =>
      isDefault && isLast && first === 0 && mirror.endpoints.length > 1,
  );

const findDefaultLast = (context: LintContext): Place[] =>
  lastDefaults(context)
    .filter((member) => dropsMirror(context, member))
    .map((member) =>
      place(context, member, {
        params: { url: member.url, version: context.target.version.text },
        fixes: [remove(context, member, true)],
      }),
    );

/** Where the flag takes the default endpoint away, listing it is the way to keep it. */
function findRedundant(context: LintContext): Place[] {
  return lastDefaults(context)
    .filter((member) => !dropsMirror(context, member) && member.mirror.rewrites.length === 0)
    .filter(({ mirror }) => !context.target.disableDefaultRegistryEndpoint || context.hosts.has(mirror.name))
    .map((member) =>
      place(context, member, {
        params: { url: member.url },
        message: { catalogue: "findings", key: "redundant-default" },
        fixes: [remove(context, member, true)],
      }),
    );
}

/** Before the end of the list the default endpoint gets the rewrites, and is asked again at the end without them. */
const findDefaultInside = (context: LintContext): Place[] =>
  membersOf(context)
    .filter(({ isDefault, isLast, first, mirror }) => {
      return (
        isDefault &&
        first === 0 &&
        (isLast ? mirror.endpoints.length > 1 : true) &&
        mirror.rewrites.length > 0
      );
    })
    .map((member) =>
      place(context, member, {
        params: { url: member.url, rewrites: member.isLast ? "no" : "yes" },
        fixes: [remove(context, member, false)],
      }),
    );

const isIpv6 = (url: string) => /^[a-z]+:\/\/\[/.test(url);

const findIpv6 = (context: LintContext): Place[] =>
  context.family < "B" || context.family > "G"
    ? []
    : membersOf(context)
        .filter(({ url }) => isIpv6(url))
        .map((member) => place(context, member, { params: { url: member.url } }));

/** Without endpoints an entry only shares the registry's images through the embedded registry. */
const findNone = (context: LintContext): Place[] =>
  context.target.embeddedRegistry
    ? []
    : context.view.mirrors
        .filter(({ endpoints }) => endpoints.length === 0)
        .map(({ name, slot, path }) => ({ path, range: context.keyRange(slot), params: { mirror: name } }));

/** Settings of plain http: a login in clear text, and TLS settings that turn it into https. */
function findOnHttp(context: LintContext, kind: "auth" | "tls"): Place[] {
  return membersOf(context).flatMap((member) => {
    const [scheme = "", authority = ""] = member.url.split(/:\/\/|\//);
    const host = settingsOf(context, authority, kind);
    if (scheme !== "http" || host === null) return [];
    if (kind === "tls" && splitAuthority(authority).port === "80") return [];
    const https = `https://${member.value.text.replace(/^[a-z]+:\/\//i, "")}`;
    const fix: Fix = {
      id: "write",
      params: { right: https },
      safe: false,
      apply: () => replaceScalar(context, member.value.slot.node, https),
    };
    const message = { catalogue: "findings", key: `${kind}-on-http` } as const;
    const fixes = kind === "tls" ? [...withoutTls(context, host), fix] : [fix];
    return [place(context, member, { params: { host }, message, fixes })];
  });
}

/** K3s writes a line for each file that is named and for the switch that is on, else nothing. */
const saysSomething = ({ files, skipsVerify }: TlsView) =>
  skipsVerify !== null || Object.values(files).some((file) => file !== undefined && file.text !== "");

function withoutTls(context: LintContext, host: string): Fix[] {
  const tls = context.hosts.get(host)?.tls;
  if (!tls) return [];
  return [{ id: "remove-tls", params: { host }, safe: false, apply: () => removeSlot(context, tls.slot) }];
}

/** The entry of `configs` whose settings an endpoint gets; Docker Hub has two names for TLS and one for the login. */
export function settingsOf({ hosts }: LintContext, authority: string, kind: "auth" | "tls"): string | null {
  const isHub = authority === "registry-1.docker.io" || authority === "docker.io";
  const first = isHub ? "registry-1.docker.io" : authority;
  const key = hosts.has(first) || !isHub || kind === "auth" ? first : "docker.io";
  const host = hosts.get(key);
  if (kind === "auth") return host?.auth ? key : null;
  return host?.tls && saysSomething(host.tls) ? key : null;
}

/** What an endpoint is among its neighbours and with the settings of its host. */
export const endpointSetRules: readonly Rule[] = [
  {
    code: "duplicate-endpoint",
    severity: (context) => (writesTwice(context) ? "error" : "warning"),
    source: sources.hosts,
    find: findDuplicates,
  },
  { code: "default-last", severity: "error", source: "k3s-io/k3s#9341, #9626", find: findDefaultLast },
  { code: "redundant-default", severity: "info", source: sources.hosts, find: findRedundant },
  { code: "default-rewritten", severity: "warning", source: sources.hosts, find: findDefaultInside },
  {
    code: "ipv6-endpoint",
    severity: "warning",
    source: "k3s-io/k3s#9897, containerd/containerd#10072",
    find: findIpv6,
  },
  { code: "no-endpoints", severity: "info", source: sources.hosts, find: findNone },
  {
    code: "tls-on-http",
    severity: "warning",
    source: sources.containerd,
    find: (context) => findOnHttp(context, "tls"),
  },
  {
    code: "auth-on-http",
    severity: "warning",
    source: sources.auth,
    find: (context) => findOnHttp(context, "auth"),
  },
];
