import { joinPath } from "@/lib/domain/registries/containerd/go-text";

export type UrlParts = { scheme: string; userInfo: string; host: string; path: string };

/** Splits without changing anything: the port as written decides which settings an address gets. */
export function splitUrl(text: string): UrlParts | null {
  const [, scheme, authority, path = ""] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/i.exec(text) ?? [];
  if (scheme === undefined || authority === undefined) return null;
  const at = authority.lastIndexOf("@");
  return {
    scheme: scheme.toLowerCase(),
    userInfo: authority.slice(0, Math.max(0, at)),
    host: authority.slice(at + 1),
    path,
  };
}

/** containerd sends no login that stands in a URL, so it is not worth keeping. */
export function withoutUserInfo(text: string): string {
  const parts = splitUrl(text);
  return parts === null || parts.userInfo === "" ? text : `${parts.scheme}://${parts.host}${parts.path}`;
}

/** Where containerd sends requests: scheme and host, and the path in front of `/<repository>/manifests`. */
export type Base = { scheme: string; host: string; path: string };

/** What containerd makes of a host of its hosts.toml (containerd core/remotes/docker/config/hosts.go, parseHostConfig). */
export function baseOfHost(text: string, overridePath: boolean): Base | null {
  const parts = splitUrl(text.startsWith("http") ? text : `https://${text}`);
  if (parts === null || parts.host === "") return null;
  const { scheme, host } = parts;
  if (parts.path === "") return { scheme, host, path: overridePath ? "" : "/v2" };
  const path = joinPath(parts.path);
  return {
    scheme,
    host,
    path: overridePath || path.endsWith("/v2") ? path : `${path === "/" ? "" : path}/v2`,
  };
}

/**
 * The endpoint for which K3s tells containerd this base: a path of its own is kept as it is, and `/v2` needs no
 * writing (K3s pkg/agent/containerd/config.go, normalizeEndpointAddress). The root of a host cannot be told.
 */
export const endpointOf = ({ scheme, host, path }: Base): string =>
  `${scheme}://${host}${["", "/", "/v2"].includes(path) ? "" : path}`;

export const isRoot = ({ path }: Base): boolean => path === "" || path === "/";
