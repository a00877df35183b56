import { normalizeEndpoint } from "@/lib/domain/registries/containerd/endpoint";
import { Collector, type Conversion } from "./collector";
import { configKey, readHostTls } from "./host-tls";
import { readRewrites } from "./hosts-rewrites";
import type { RowCode } from "./outcomes";
import { type Base, baseOfHost, endpointOf, isRoot, isSameBase, splitUrl } from "./url-parts";
import { isLine, isTable, ownValue, type Path, type Values } from "./values";

/** The registry a hosts.toml is most likely for: its folder's name is not in it, but it mostly names its server. */
export function suggestRegistry(file: Values): string {
  const server = ownValue(file, "server");
  if (server === "") return "*";
  const host = typeof server === "string" ? baseOfHost(server, false)?.host : undefined;
  return (host && normalizeEndpoint(host, ":")?.registryName) ?? "";
}

/** containerd's name for the folder of all registries without one of their own. */
export const registryOfFolder = (folder: string): string => (folder === "_default" ? "*" : folder);

/** containerd's `hosts.toml` for one registry (containerd core/remotes/docker/config/hosts.go, parseHostsFile). */
export function fromHostsFile(file: Values, registry: string): Conversion {
  const collector = new Collector();
  const hosts = ownValue(file, "host");
  if (isTable(hosts)) {
    for (const [url, table] of Object.entries(hosts)) readHost(collector, { registry, url, table });
    readRewrites(collector, registry, hosts);
    tellOwnEndpoint(collector, registry, hosts);
  } else if (hosts !== undefined) collector.say(["host"], "wrong-type", { wanted: "table" });
  readServer(collector, registry, file);
  return collector.finish();
}

type Host = { registry: string; url: string; table: unknown };

function readHost(collector: Collector, { registry, url, table }: Host): void {
  const path = ["host", url];
  const values = isTable(table) ? table : null;
  const base = values && isLine(url) ? baseOfHost(url, ownValue(values, "override_path") === true) : null;
  if (values === null) collector.say(path, "wrong-type", { wanted: "table" });
  else if (base === null) collector.say(path, "unusable-text");
  else if (isPushOnly(values)) collector.say(path, "push-only");
  else addHost(collector, { registry, url, base, table: values });
}

type AddedHost = { registry: string; url: string; base: Base; table: Values };

function addHost(collector: Collector, { registry, url, base, table }: AddedHost): void {
  const path = ["host", url];
  const mirror = collector.mirror(path, registry);
  if (mirror === null || !collector.addEndpoint(path, mirror, endpointOf(base))) return;
  collector.say(path, endpointCode(url, base), { name: registry });
  readRest(collector, path, table);
  readHostTls(collector, { path, table, host: configKey(base.host) });
}

/** K3s takes the registry itself at the end of the list for what it asks last anyway, which it does without rewrites. */
function tellOwnEndpoint(collector: Collector, registry: string, hosts: Values): void {
  const [url, table] = Object.entries(hosts).at(-1) ?? [];
  if (url === undefined || !isTable(table) || !isTable(ownValue(table, "rewrite"))) return;
  const base = baseOfHost(url, ownValue(table, "override_path") === true);
  const own = baseOfName(registry);
  if (base && own && isSameBase(base, own)) collector.say(["host", url, "rewrite"], "own-endpoint");
}

function endpointCode(url: string, base: Base): RowCode {
  if (isRoot(base)) return "root-path";
  return splitUrl(url)?.userInfo ? "user-info" : "endpoint";
}

const capabilitiesOf = (table: Values): string[] | null => {
  const value = ownValue(table, "capabilities");
  const list: unknown[] | null = Array.isArray(value) && value.length > 0 ? value : null;
  return list?.map((each) => String(each).toLowerCase()) ?? null;
};

const isPushOnly = (table: Values): boolean => {
  const list = capabilitiesOf(table);
  return list !== null && !list.includes("pull") && !list.includes("resolve");
};

const otherKeys: Readonly<Record<string, RowCode>> = { header: "headers", dial_timeout: "dial-timeout" };
const readElsewhere = ["ca", "client", "skip_verify", "rewrite", "server", "host"];

function readRest(collector: Collector, path: Path, table: Values): void {
  for (const key of Object.keys(table).filter((each) => !readElsewhere.includes(each))) {
    const at = [...path, key];
    if (key === "capabilities") collector.say(at, capabilityCode(capabilitiesOf(table)));
    else if (key === "override_path") collector.say(at, "override-path");
    else collector.say(at, (Object.hasOwn(otherKeys, key) ? otherKeys[key] : undefined) ?? "unknown-key");
  }
}

/** K3s lets every endpoint both resolve tags and pull (pkg/agent/templates/templates.go, HostsTomlTemplate). */
function capabilityCode(list: string[] | null): RowCode {
  if (list === null || (list.includes("pull") && list.includes("resolve"))) return "capabilities";
  return list.includes("pull") ? "resolve-added" : "pull-added";
}

/** The registry itself, which containerd asks last; K3s makes it of the mirror's name. */
function readServer(collector: Collector, registry: string, file: Values): void {
  const server = ownValue(file, "server");
  const base = serverBase(collector, file);
  const own = baseOfName(registry);
  const same = base === null || (own !== null && isSameBase(own, base));
  if (!same) addServer(collector, registry, base);
  else if (server !== undefined && (base !== null || server === "")) collector.say(["server"], "server-same");
  readRest(collector, [], file);
  const host = configKey(same ? registry : base.host);
  const setsTls = ["ca", "client", "skip_verify"].some((key) => Object.hasOwn(file, key));
  // Settings under another name reach a registry only where it is a mirror too.
  if (same && setsTls && host !== registry) collector.mirror([], registry);
  readHostTls(collector, { path: [], table: file, host });
}

function serverBase(collector: Collector, file: Values): Base | null {
  const server = ownValue(file, "server");
  if (server === undefined || server === "") return null;
  if (typeof server !== "string") {
    collector.say(["server"], "wrong-type", { wanted: "text" });
    return null;
  }
  const base = isLine(server) ? baseOfHost(server, ownValue(file, "override_path") === true) : null;
  if (base === null) collector.say(["server"], "unusable-text");
  return base;
}

const baseOfName = (registry: string): Base | null => {
  const address = normalizeEndpoint(registry, ":");
  return address && baseOfHost(address.url, address.override);
};

function addServer(collector: Collector, registry: string, base: Base): void {
  const mirror = collector.mirror(["server"], registry);
  if (mirror === null || !collector.addEndpoint(["server"], mirror, endpointOf(base))) return;
  collector.say(["server"], "server-as-endpoint", { name: registry });
}
