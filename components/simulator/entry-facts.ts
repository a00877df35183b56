import type { Explanation } from "@/lib/domain/registries/explain/explanation";
import type { FileView } from "@/lib/domain/registries/explain/simulated-file";

/** How the file speaks of a registry. `settings`: only `configs` does. `alias`: under another name of it. */
export type EntryKind = "exact" | "settings" | "wildcard" | "alias" | "none";

export type UnusedEntry = { code: "wildcard" | "hub-name" | "port"; key: string };

export type EntryFacts = { kind: EntryKind; unused: readonly UnusedEntry[] };

const hubNames = ["registry-1.docker.io", "index.docker.io", "hub.docker.com"];
const withoutPort = (key: string) => key.replace(/:\d+$/, "");
const mostUnused = 5;

function kindOf(key: string | undefined, registryHost: string, view: FileView): EntryKind {
  if (key === undefined) return "none";
  if (!view.mirrors.has(key)) return view.hosts.has(key) ? "settings" : "none";
  if (key === "*") return "wildcard";
  return key === registryHost ? "exact" : "alias";
}

/** Entries that look as if they were meant, and are not used. */
function unusedEntries(key: string | undefined, registryHost: string, view: FileView): UnusedEntry[] {
  return [...view.mirrors.keys()]
    .filter((other) => other !== key && other !== registryHost)
    .flatMap((other): UnusedEntry[] => {
      if (other === "*") return [{ code: "wildcard", key: other }];
      if (registryHost === "docker.io" && hubNames.includes(other)) return [{ code: "hub-name", key: other }];
      return withoutPort(other) === withoutPort(registryHost) ? [{ code: "port", key: other }] : [];
    })
    .slice(0, mostUnused);
}

/** Which entry of the file decides, and which do not; null for a name without a registry. */
export function entryFacts({ reference, entry }: Explanation, view: FileView): EntryFacts | null {
  if ("error" in reference) return null;
  const { registryHost } = reference;
  const key = entry?.key;
  return { kind: kindOf(key, registryHost, view), unused: unusedEntries(key, registryHost, view) };
}
