import { hubHost } from "../checks/endpoint-url";
import type { Decoded, DecodedMirror, DecodedRegistryConfig } from "../decode";
import { type Address, normalizeEndpoint } from "./endpoint";
import { sortedEntries } from "./go-text";
import type { ContainerdRemark } from "./remark";

/** One registry that containerd asks. `url` is null where only TLS settings for the built-in default are given. */
export type HostEndpoint = {
  url: string | null;
  override: boolean;
  rewrites: Readonly<Record<string, string>>;
  config: DecodedRegistryConfig;
};

/** What one hosts.toml says: the endpoints in order, and the registry itself, which containerd asks last. */
export type HostEntry = { name: string; server: HostEndpoint | null; endpoints: HostEndpoint[] };

/** `embeddedAddress` is `:` where no embedded registry runs. */
type Settings = { noDefault: boolean; embeddedAddress: string };

type Building = Settings & {
  configs: Decoded["configs"];
  entries: Map<string, HostEntry>;
  remarks: ContainerdRemark[];
};

/**
 * The registries K3s writes files for and what is in them (pkg/agent/containerd/config.go, af977ad, getHostConfigs).
 * K3s walks its maps in random order; this goes by key and tells where the order matters.
 */
export function hostEntries(
  decoded: Decoded,
  settings: Settings,
): { entries: HostEntry[]; remarks: ContainerdRemark[] } {
  const building: Building = { ...settings, configs: decoded.configs, entries: new Map(), remarks: [] };
  for (const [key, config] of sortedEntries(decoded.configs)) addConfig(building, key, config);
  for (const [key, mirror] of sortedEntries(decoded.mirrors)) addMirror(building, key, mirror);
  const entries = sortedEntries(Object.fromEntries(building.entries))
    .map(([, entry]) => entry)
    .filter(({ endpoints, server }) => endpoints.length > 0 || saysMore(server));
  return { entries, remarks: [...building.remarks, ...findClash(decoded)] };
}

const folderName = (key: string) => (key === "*" ? "_default" : key);

function addConfig(
  { entries, remarks, embeddedAddress }: Building,
  key: string,
  config: DecodedRegistryConfig,
) {
  const server = toServer(key, embeddedAddress, config);
  if (server === null) return remarks.push({ code: "key-skipped", params: { section: "configs", key } });
  return entries.set(folderName(key), { name: folderName(key), server, endpoints: [] });
}

function addMirror(building: Building, key: string, mirror: DecodedMirror): void {
  const { entries, remarks } = building;
  const known = entries.get(key);
  const started = known ? { ...known, endpoints: [...known.endpoints] } : startMirror(building, key);
  if (started === null) {
    remarks.push({ code: "key-skipped", params: { section: "mirrors", key } });
    return;
  }
  const entry = { ...started, name: folderName(key) };
  addEndpoints(building, { key, entry, mirror });
  entries.set(entry.name, entry);
}

/** A mirror without an entry of its own in `configs`: only such a one can lose its registry to the flag. */
function startMirror({ configs, noDefault, embeddedAddress }: Building, key: string): HostEntry | null {
  const own = toServer(key, embeddedAddress, configOf(configs, key));
  if (own === null) return null;
  const server = key === "*" ? { ...emptyEndpoint, url: "" } : own;
  return { name: folderName(key), server: noDefault ? null : server, endpoints: [] };
}

const emptyEndpoint: HostEndpoint = {
  url: null,
  override: false,
  rewrites: {},
  config: { auth: null, tls: null },
};

/** The registry a key names; for the wildcard no URL. Null where K3s cannot read the key. */
function toServer(key: string, embeddedAddress: string, config: DecodedRegistryConfig): HostEndpoint | null {
  const address = normalizeEndpoint(key, embeddedAddress);
  return address && { ...emptyEndpoint, url: key === "*" ? null : address.url, config };
}

const ownEntry = (configs: Decoded["configs"], key: string): DecodedRegistryConfig | undefined =>
  configs !== null && Object.hasOwn(configs, key) ? configs[key] : undefined;

/** Exactly the host and port as typed, but for Docker Hub, which is also found under its real name. */
function configOf(configs: Decoded["configs"], name: string): DecodedRegistryConfig {
  const hub = name === "docker.io" ? ownEntry(configs, hubHost) : undefined;
  return hub ?? ownEntry(configs, name) ?? emptyEndpoint.config;
}

type MirrorEntry = { key: string; entry: HostEntry; mirror: DecodedMirror };

function addEndpoints(building: Building, { key, entry, mirror }: MirrorEntry): void {
  const seen = new Set<string>();
  const listed = mirror.endpoint ?? [];
  for (const [index, raw] of listed.entries()) {
    const address = normalizeEndpoint(raw, building.embeddedAddress);
    if (address === null || seen.has(address.url)) {
      const code = address === null ? "endpoint-skipped" : "endpoint-duplicate";
      building.remarks.push({ code, params: { key, position: index + 1 } });
      continue;
    }
    seen.add(address.url);
    place(entry, toEndpoint(building, address, mirror.rewrite), index === listed.length - 1);
  }
}

/** Listed last, the registry itself is asked last anyway; its rewrites stay with it and are never written. */
function place(entry: HostEntry, endpoint: HostEndpoint, last: boolean): void {
  if (last && endpoint.url === (entry.server?.url ?? "")) entry.server = endpoint;
  else entry.endpoints.push(endpoint);
}

function toEndpoint(
  { configs, embeddedAddress }: Building,
  { url, override, host, registryName }: Address,
  rewrites: DecodedMirror["rewrite"],
): HostEndpoint {
  const config = configOf(configs, registryName);
  return { url, override, config, rewrites: host === embeddedAddress ? {} : (rewrites ?? {}) };
}

/** Whether the registry itself needs a file for what containerd would not do anyway. */
function saysMore(server: HostEndpoint | null): boolean {
  if (server === null) return false;
  const { override, config, rewrites } = server;
  return override || config.auth !== null || config.tls !== null || Object.keys(rewrites).length > 0;
}

function findClash(decoded: Decoded): ContainerdRemark[] {
  const keys = new Set([...Object.keys(decoded.mirrors ?? {}), ...Object.keys(decoded.configs ?? {})]);
  return keys.has("*") && keys.has("_default") ? [{ code: "file-twice", params: { file: "_default" } }] : [];
}
