import { readAsToml } from "../checks/toml-text";
import { quote } from "../containerd/go-text";
import type { HostEndpoint, HostEntry } from "../containerd/host-entries";
import type { DecodedTls } from "../decode";
import { type Base, readBase } from "./base";
import { memoize } from "./memoize";

/** One host as containerd reads it from hosts.toml. `base` is null for the built-in default of the pulled registry. */
export type FileHost = {
  base: Base | null;
  tls: DecodedTls | null;
  /** Pattern as containerd reads it, with the text of the file. */
  rewrites: FileRewrites;
  source: HostEndpoint;
};

export type FileRewrites = readonly { pattern: string; replacement: string; written: string }[];

/** Texts stand raw between quotes of the file; null where TOML cannot read one, and so the whole file. */
const read = (raw: string): string | null => {
  const reading = readAsToml(raw);
  return reading.ok ? reading.text : null;
};

const isQuotable = (path: string) => read(quote(path).slice(1, -1)) !== null;

function readRewrites(rewrites: HostEndpoint["rewrites"]): FileRewrites | null {
  const rules: { pattern: string; replacement: string; written: string }[] = [];
  for (const [written, raw] of Object.entries(rewrites)) {
    const pattern = read(written);
    const replacement = read(raw);
    if (pattern === null || replacement === null) return null;
    rules.push({ pattern, replacement, written });
  }
  // A key that stands twice makes the file invalid.
  return new Set(rules.map(({ pattern }) => pattern)).size === rules.length ? rules : null;
}

const hasReadableTls = ({ config: { tls } }: HostEndpoint) =>
  tls === null || [tls.ca_file, tls.cert_file, tls.key_file].every(isQuotable);

function readEndpoint(source: HostEndpoint, rewrites: FileRewrites | null): FileHost | null {
  const url = read(source.url ?? "");
  const base = url === null ? null : readBase(url, source.override);
  if (base === null || rewrites === null || !hasReadableTls(source)) return null;
  return { base, tls: source.config.tls, rewrites, source };
}

/** The registry itself is written without its path's override and, but for old releases, without rewrites. */
function readServer(source: HostEndpoint, rewrites: FileRewrites | null): FileHost | null {
  if (!hasReadableTls(source) || rewrites === null) return null;
  const settings = { tls: source.config.tls, rewrites, source };
  if (source.url === null || source.url === "") return { base: null, ...settings };
  const url = read(source.url);
  const base = url === null ? null : readBase(url, false);
  return base && { base, ...settings };
}

const bare: HostEndpoint = { url: null, override: false, rewrites: {}, config: { auth: null, tls: null } };

export type ReadingStyle = {
  /** Whether `server = ""` counts as a server line. */
  keepsEmptyServer: boolean;
  /** Whether the name of a table may hold brackets, as the URL of an IPv6 address does. */
  readsBrackets: boolean;
  rewritesServer: boolean;
};

/**
 * The hosts of a hosts.toml in containerd's order; null where it rejects the file. The registry itself comes last when
 * the file has a `server` line or no other host (K3s's fork, v2.0.4-k3s3, hosts.go).
 */
export function readHosts(entry: HostEntry, style: ReadingStyle): FileHost[] | null {
  if (!style.readsBrackets && entry.endpoints.some(({ url }) => /[[\]]/.test(url ?? ""))) return null;
  // All endpoints of a mirror share one map of rules.
  const shared = memoize(readRewrites);
  const endpoints = entry.endpoints.map((each) => readEndpoint(each, shared(each.rewrites)));
  const source = entry.server ?? bare;
  const server = readServer(source, style.rewritesServer ? shared(source.rewrites) : []);
  if (server === null) return null;
  const hosts = endpoints.filter((host) => host !== null);
  if (hosts.length < endpoints.length) return null;
  const hasServer = source.url !== null && (source.url !== "" || style.keepsEmptyServer);
  return hasServer || hosts.length === 0 ? [...hosts, server] : hosts;
}
