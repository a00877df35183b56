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

/**
 * Where containerd sends requests: scheme and host, and the path in front of `/<repository>/manifests`. `written` is
 * that path as it stood in the file, where containerd only tidies it.
 */
export type Base = { scheme: string; host: string; path: string; written: string };

/** What containerd makes of a host of its hosts.toml (containerd core/remotes/docker/config/hosts.go, parseHostConfig). */
export function baseOfHost(text: string, overridePath: boolean): Base | null {
  const parts = splitUrl(text.startsWith("http") ? text : `https://${text}`);
  if (parts === null || parts.host === "") return null;
  const { scheme, host } = parts;
  const clean = parts.path === "" ? "" : joinPath(parts.path);
  if (overridePath) return { scheme, host, path: clean, written: parts.path };
  const path = clean.endsWith("/v2") ? clean : `${clean === "/" ? "" : clean}/v2`;
  return { scheme, host, path, written: path };
}

export const isSameBase = (one: Base, other: Base): boolean =>
  one.scheme === other.scheme && one.host === other.host && one.path === other.path;

/**
 * The endpoint for which K3s tells containerd this base: a path of its own is kept as it is, and `/v2` needs no
 * writing (K3s pkg/agent/containerd/config.go, normalizeEndpointAddress). The root of a host cannot be told.
 */
export const endpointOf = ({ scheme, host, written }: Base): string =>
  `${scheme}://${host}${["", "/", "/v2"].includes(written) ? "" : written}`;

export const isRoot = ({ path }: Base): boolean => path === "" || path === "/";
