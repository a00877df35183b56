import { hostsOf, type LintContext } from "./context";
import { copyEntry, removeSlot, spreadEntry } from "./edit";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { HostView } from "./view";

const wildcardMirror = ({ mirrors }: LintContext) => mirrors.get("*");

/** Gives each endpoint host that has no settings those of `*`, which then goes. */
function spread(context: LintContext, { slot }: HostView, among: Iterable<string>): Fix {
  const hosts = [...new Set(among)].filter((host) => host !== "*" && !context.hosts.has(host));
  return hosts.length === 0
    ? { id: "remove-wildcard", safe: false, apply: () => removeSlot(context, slot) }
    : {
        id: "spread-wildcard",
        params: { hosts: hosts.slice(0, 5).join(", ") },
        safe: false,
        apply: () => (hosts.length > 100 ? null : spreadEntry(context, slot, hosts)),
      };
}

function findLogin(context: LintContext): Place[] {
  const host = context.hosts.get("*");
  if (!host?.auth) return [];
  const message = { catalogue: "findings", key: "wildcard-auth" } as const;
  const fixes = context.target.distribution === "k3s" ? [spread(context, host, context.endpointHosts)] : [];
  return [{ path: host.auth.path, range: context.keyRange(host.auth.slot), message, fixes }];
}

/** Beside a wildcard mirror the wildcard's TLS settings are overwritten, and no endpoint ever inherits them. */
function findLostTls(context: LintContext): Place[] {
  const host = context.hosts.get("*");
  const mirror = wildcardMirror(context);
  if (!host?.tls || mirror === undefined) return [];
  const range = context.keyRange(host.tls.slot);
  // RKE2 pulls its runtime image with the login of `*`, so there the entry stays.
  const isNeeded = context.target.distribution === "rke2" && host.auth !== null;
  const fixes = isNeeded ? [] : [spread(context, host, hostsOf(mirror))];
  return [{ path: host.tls.path, range, fixes }];
}

/** An endpoint gets the settings of its own host or none (k3s config.go, af977ad). */
function findUninherited(context: LintContext): Place[] {
  const host = context.hosts.get("*");
  if (!host?.tls || wildcardMirror(context) !== undefined || context.endpointHosts.size === 0) return [];
  const open = [...context.endpointHosts].filter((each) => !context.hosts.has(each));
  if (open.length === 0) return [];
  const names = open.slice(0, 5);
  const fix: Fix = {
    id: "copy-settings",
    params: { from: "*", to: names.join(", ") },
    safe: false,
    apply: () => (open.length > 100 ? null : copyEntry(context, host.slot, open)),
  };
  const params = { hosts: names.join(", "), count: open.length };
  return [{ path: host.tls.path, range: context.keyRange(host.tls.slot), params, fixes: [fix] }];
}

function findHidden(context: LintContext): Place[] {
  if (wildcardMirror(context) === undefined) return [];
  return context.view.mirrors
    .filter(({ name }) => name !== "*")
    .map(({ name, slot, path }) => ({ path, range: context.keyRange(slot), params: { mirror: name } }));
}

const onMirror = (context: LintContext): Place[] => {
  const mirror = wildcardMirror(context);
  if (mirror === undefined) return [];
  const params = { version: context.target.version.text };
  return [{ path: mirror.path, range: context.keyRange(mirror.slot), params }];
};

/** The wildcard, and what it does not do. */
export const wildcardRules: readonly Rule[] = [
  {
    code: "wildcard-auth",
    severity: ({ target }) => (target.distribution === "rke2" ? "info" : "warning"),
    source: `${sources.auth}; ${sources.wharfie}`,
    find: findLogin,
  },
  { code: "wildcard-tls-lost", severity: "warning", source: sources.hosts, find: findLostTls },
  { code: "wildcard-tls-endpoint", severity: "info", source: sources.hosts, find: findUninherited },
  { code: "wildcard-hidden", severity: "info", source: sources.hosts, find: findHidden },
  {
    code: "wildcard-2.0.2",
    severity: "error",
    source: "k3s-io/k3s#11857, rancher/rke2#7827",
    find: (context) =>
      context.family === "H" && !context.target.disableDefaultRegistryEndpoint ? onMirror(context) : [],
  },
  {
    code: "wildcard-no-fallback",
    severity: "error",
    source: "k3s-io/k3s#9728",
    find: (context) => (context.family === "B" || context.family === "C" ? onMirror(context) : []),
  },
];
