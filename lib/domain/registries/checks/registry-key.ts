import { findAuthorityFault, keyFault } from "./authority";
import { type CheckFinding, finding } from "./finding";

const withoutScheme = (key: string) => key.replace(/^[a-z0-9+.-]*:\/{1,2}/i, "");
const bareHost = (key: string) => withoutScheme(key).replace(/[/\\?#].*$/s, "");

/**
 * What is wrong with a key of `mirrors` or `configs`. K3s joins it into a folder name unchecked and empties that
 * folder first (k3s pkg/agent/containerd/config.go, af977ad), so only `*`, `host` and `host:port` are right.
 */
export function checkRegistryKey(key: string): CheckFinding | null {
  if (key === "") return finding("key-empty");
  if (key === "*") return null;
  if (key === "_default") return finding("key-reserved");
  if (/\p{Cc}/u.test(key)) return finding("control-char");
  return checkShape(key) ?? checkCase(key);
}

function checkShape(key: string): CheckFinding | null {
  const host = bareHost(key.replace(/\s/gu, ""));
  if (/^[a-z0-9+.-]+:\/{1,2}/i.test(key)) return finding("key-scheme", { value: key, host });
  if (/[/\\]/.test(key) || /^\.+$/.test(key)) return finding("key-path", { value: key, host });
  if (/\s/u.test(key)) return finding("key-space", { host });
  if (key.includes("*")) return finding("key-wildcard", { value: key });
  const fault = findAuthorityFault(key);
  return fault && keyFault(fault);
}

/** The host of an image keeps its case and is compared exactly, and nearly every image is written in lower case. */
function checkCase(key: string): CheckFinding | null {
  const right = key.toLowerCase();
  return right === key ? null : finding("key-upper-case", { value: key, right });
}

/** containerd normalizes these names of Docker Hub to `docker.io`, so an entry for them is never looked up. */
const hubAliases = ["index.docker.io", "registry-1.docker.io", "hub.docker.com"];

/** A name no image reference can have: without dot, port or `localhost` it is a folder of Docker Hub. */
function isNeverRegistry(name: string): boolean {
  return name !== "*" && name !== "localhost" && !/[.:A-Z]/.test(name);
}

export function checkMirrorName(name: string): CheckFinding | null {
  const wrong = checkRegistryKey(name);
  if (wrong) return wrong;
  if (hubAliases.includes(name)) return finding("hub-alias-key", { value: name });
  return isNeverRegistry(name) ? finding("key-not-registry", { value: name }) : null;
}
