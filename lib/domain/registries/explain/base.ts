import { isLocalhost } from "../containerd/endpoint";
import { fromByteText, joinPath, toByteText } from "../containerd/go-text";
import { parseUrl } from "../containerd/go-url";
import type { AttemptTls } from "./explanation";

/** Where requests go: containerd's scheme, host and path of one registry host. */
export type Base = { scheme: string; host: string; path: string };

/** Null where containerd cannot read the URL, which makes it reject the whole file. */
export function readBase(url: string, override: boolean): Base | null {
  // containerd v2.0.4-k3s3 core/remotes/docker/config/hosts.go, parseHostConfig.
  const parsed = parseUrl(toByteText(url.startsWith("http") ? url : `https://${url}`));
  if (parsed === null) return null;
  const clean = parsed.path === "" ? "" : joinPath(fromByteText(parsed.path));
  const path = override || (clean !== "" && clean.endsWith("/v2")) ? clean : `${clean}/v2`;
  return { scheme: parsed.scheme, host: fromByteText(parsed.host), path };
}

export const portOf = (host: string) => /:([^:\]]*)$/.exec(host)?.[1] ?? "";

/**
 * The registry itself when nothing says otherwise (same file, ConfigureHosts). A registry on this machine is asked
 * without verification, and in plain http where its port is not the one of https.
 */
export function builtInBase(registryHost: string): { base: Base; unverified: boolean } {
  if (registryHost === "docker.io") {
    return { base: { scheme: "https", host: "registry-1.docker.io", path: "/v2" }, unverified: false };
  }
  const port = portOf(registryHost);
  const local = isLocalhost(registryHost);
  const scheme = local && port !== "" && port !== "443" ? "http" : "https";
  return { base: { scheme, host: registryHost, path: "/v2" }, unverified: local && port !== "80" };
}

/** No client can ask it: without a host, or with a scheme HTTP does not have. */
export const isUsable = ({ scheme, host }: Base) => host !== "" && /^https?$/.test(scheme);

export const plainTls: AttemptTls = { mode: "plain", ca: null, client: null };
