import { splitAuthority } from "../checks/authority";
import { hubHost, registryHostOf } from "../checks/endpoint-url";
import type { LintContext } from "./context";
import { copyEntry, renameKey } from "./edit";
import { settingsOf } from "./endpoint-set";
import { keyOf } from "./host-keys";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import type { HostView } from "./view";

const nameOf = (host: string) => splitAuthority(host).host;

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
      path: view.path,
      range: context.keyRange(view.slot),
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
  { code: "endpoint-without-auth", severity: "warning", source: sources.auth, find: findWithoutAuth },
];
