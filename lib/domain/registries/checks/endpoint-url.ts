import { isLoopback, splitAuthority } from "./authority";

/** An endpoint split the way Go's `net/url` splits it, before any judgement. `scheme` is "" when none is written. */
export type EndpointParts = {
  scheme: string;
  userInfo: string | null;
  authority: string;
  path: string;
  /** Query and fragment with their mark; containerd ignores both. */
  rest: string;
};

export function splitEndpoint(raw: string): EndpointParts {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(raw);
  const after = scheme ? raw.slice(scheme[0].length) : raw;
  const [, authority = "", path = "", rest = ""] = /^([^/?#]*)([^?#]*)(.*)$/su.exec(after) ?? [];
  const at = authority.lastIndexOf("@");
  return {
    scheme: (scheme?.[1] ?? "").toLowerCase(),
    userInfo: at === -1 ? null : authority.slice(0, at),
    authority: authority.slice(at + 1),
    path,
    rest,
  };
}

/** No scheme means https, except for a loopback host with a port other than 443 (k3s config.go, af977ad). */
function impliedScheme(authority: string): "http" | "https" {
  const { host, port } = splitAuthority(authority);
  return isLoopback(host) && port !== null && port !== "443" ? "http" : "https";
}

/** An empty path, `/` and `/v2` all mean `/v2`; any other is used as it is. */
const effectivePath = (path: string) => (path === "" || path === "/" ? "/v2" : path);

export const hubHost = "registry-1.docker.io";

/** The base URL containerd asks; without user info, query and fragment, which it ignores. */
export function effectiveUrl(raw: string): string {
  const { scheme, authority, path } = splitEndpoint(raw);
  const host = authority === "docker.io" ? hubHost : authority;
  return `${scheme || impliedScheme(authority)}://${host}${effectivePath(path)}`;
}

/** The key of `configs` that gives an endpoint its TLS settings: `host[:port]` exactly as typed. */
export function registryHostOf(raw: string): string {
  const { authority } = splitEndpoint(raw);
  return authority === hubHost ? "docker.io" : authority;
}

/** What containerd asks last for images of a registry, when nothing forbids it; none for the wildcard. */
export function defaultEndpoint(mirrorName: string): string | null {
  return mirrorName === "*" || mirrorName === "" ? null : effectiveUrl(mirrorName);
}
