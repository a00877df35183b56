import { normalizeEndpoint } from "../containerd/endpoint";
import type { HostEntry } from "../containerd/host-entries";
import type { Decoded } from "../decode";
import type { Family, Target } from "../target";
import { ownValue } from "./credential";
import type { ReadingStyle } from "./hosts-file";

/** How a release reads its hosts. */
export const styleOf = (family: Family): ReadingStyle => ({
  // containerd 2.0.2 took `server = ""` for no server line, and K3s did not write one for the wildcard at first.
  keepsEmptyServer: !["B", "C", "H"].includes(family),
  // go-toml v1, which containerd 1.x reads hosts.toml with, ends a table's name at the first bracket (containerd#10072).
  readsBrackets: family === "A" || family >= "H",
  rewritesServer: family === "A",
});

/** The flag came in January 2024. */
export const knownFlags = (target: Target): Target =>
  target.version.family === "A" ? { ...target, disableDefaultRegistryEndpoint: false } : target;

/** February 2024: the registry itself as last endpoint dropped all of its entry; a duplicate made the file invalid. */
function isBrokenList(entry: HostEntry, decoded: Decoded): boolean {
  const listed = ownValue(decoded.mirrors, entry.name)?.endpoint ?? [];
  const urls = listed.flatMap((raw) => normalizeEndpoint(raw, ":")?.url ?? []);
  const { server } = entry;
  const isDefaultLast = server !== null && urls.length > 0 && urls.at(-1) === server.url;
  const settings = server?.config.auth ?? server?.config.tls ?? null;
  return new Set(urls).size < urls.length || (isDefaultLast && settings === null);
}

/**
 * What releases before April 2024 made of an entry; null where containerd asked the built-in default alone. The present
 * way of building entries is taken for theirs, so this is a sketch.
 */
export function entryOfRelease(entry: HostEntry, decoded: Decoded, family: Family): HostEntry | null {
  if (family >= "E") return entry;
  if (family === "A") {
    const rewrites = ownValue(decoded.mirrors, entry.name === "_default" ? "*" : entry.name)?.rewrite ?? {};
    // Without hosts.toml the registry itself was rewritten like any other.
    return entry.server ? { ...entry, server: { ...entry.server, rewrites } } : entry;
  }
  // Without the `[host]` line a file that has no endpoint was not read (rke2#5658).
  if (entry.endpoints.length === 0) return null;
  return family === "C" && isBrokenList(entry, decoded) ? null : entry;
}
