import { joinPath } from "../containerd/go-text";
import type { HostEntry } from "../containerd/host-entries";

export const wildcardFolder = "_default";

/** A folder of certs.d; `entry` is null for one that only holds other folders. */
export type Folder = { name: string; entry: HostEntry | null };

/** Folders by name: a key with a slash makes a folder in a folder, and its parent exists as well. */
function foldersOf(entries: readonly HostEntry[]): Map<string, HostEntry | null> {
  const folders = new Map<string, HostEntry | null>();
  for (const entry of entries) {
    const path = joinPath("/certs.d", entry.name);
    const [, root, name, ...inner] = path.split("/");
    if (root !== "certs.d" || name === undefined) continue;
    if (inner.length === 0) folders.set(name, entry);
    else folders.set(name, folders.get(name) ?? null);
  }
  return folders;
}

/** containerd also looks for `host_port_`, the form that suits all file systems, and before the plain one. */
function namesOf(registryHost: string): string[] {
  const colon = registryHost.lastIndexOf(":");
  const portable = `${registryHost.slice(0, colon)}_${registryHost.slice(colon + 1)}_`;
  return [...(colon > 0 ? [portable] : []), registryHost, wildcardFolder];
}

/** The folder containerd reads: the first that exists, and no other (config/hosts.go, HostDirFromRoot, hostPaths). */
export function findFolder(entries: readonly HostEntry[], registryHost: string): Folder | null {
  const folders = foldersOf(entries);
  const name = namesOf(registryHost).find((each) => folders.has(each));
  return name === undefined ? null : { name, entry: folders.get(name) ?? null };
}
