import { hubHost } from "@/lib/domain/registries/checks/endpoint-url";

const hubNames = ["docker.io", "index.docker.io", hubHost];

/**
 * The registry a login of Docker is for. Its keys may be URLs with a path, of which registries.yaml knows only the
 * host. Docker Hub's stands at the name that containerd asks.
 */
export function loginHost(key: string): { host: string; code: "hub-login" | "host-only" | null } {
  const bare = key.replace(/^https?:\/\//i, "");
  // A login before the host says nothing to Docker, and a name must not hold a password.
  const host = bare.replace(/\/.*$/s, "").replace(/^.*@/s, "");
  if (hubNames.includes(host)) return { host: hubHost, code: key === hubHost ? null : "hub-login" };
  return { host, code: host === key ? null : "host-only" };
}

/** The text that base64 stands for, if it is UTF-8. */
export function fromBase64(text: string): string | null {
  const compact = text.replace(/[\r\n\t ]/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null;
  try {
    const bytes = Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** User name and password of an `auth`, which Docker and containerd split at the first colon. */
export function splitAuth(auth: string): { username: string; password: string } | null {
  const decoded = fromBase64(auth);
  const colon = decoded?.indexOf(":") ?? -1;
  if (decoded === null || colon < 1) return null;
  return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1).replace(/^\0+|\0+$/g, "") };
}
