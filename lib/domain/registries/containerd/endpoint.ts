import { hubHost } from "../checks/endpoint-url";
import { fromByteText, toByteText } from "./go-text";
import { parseUrl, printUrl } from "./go-url";

/** An endpoint or registry key as K3s understands it. */
export type Address = {
  /** What is asked, as printed into hosts.toml. */
  url: string;
  /** Host and port asked, with Docker Hub under its real name. */
  host: string;
  /** The key of `configs` that belongs to it: host and port as typed. */
  registryName: string;
  override: boolean;
};

/** `net.SplitHostPort`: null where Go answers an error, such as for a missing port. */
function hostOf(hostPort: string): string | null {
  const [, bracketed, plain] = /^(?:\[([^[\]]*)\]|([^:[\]]*)):[^:[\]]*$/.exec(hostPort) ?? [];
  return bracketed ?? plain ?? null;
}

const octet = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
const loopback4 = new RegExp(`^127(?:\\.${octet}){3}$`);

function isLoopback6(host: string): boolean {
  if (!/^[0-9a-f:.]{2,45}$/i.test(host) || !URL.canParse(`http://[${host}]`)) return false;
  return /^\[::(?:1|ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4})\]$/.test(new URL(`http://[${host}]`).hostname);
}

/** containerd v2 core/remotes/docker/registry.go, IsLocalhost. */
export function isLocalhost(hostPort: string): boolean {
  const host = hostOf(hostPort) ?? hostPort;
  return host === "localhost" || loopback4.test(host) || isLoopback6(host);
}

const portOf = (host: string) => /:(\d*)$/.exec(host)?.[1] ?? "";

/** A port of its own on this machine is taken for plain http, unless it is the embedded registry's. */
function impliedScheme(host: string, embeddedAddress: string): string {
  const port = portOf(host);
  const plain = isLocalhost(host) && port !== "" && port !== "443" && host !== embeddedAddress;
  return plain ? "http" : "https";
}

/** Nothing in it is escaped, and there is neither user nor query: nearly all addresses, and the ones quickly read. */
const usual = /^(?:(https?):\/\/)?([A-Za-z0-9.-]+(?::\d+)?)(\/[A-Za-z0-9._~/-]*)?$/;

const isDefaultPath = (path: string) => path === "" || path === "/";

function readUsual(raw: string, embeddedAddress: string): Address | null {
  const [, scheme, typed, path = ""] = usual.exec(raw) ?? [];
  if (typed === undefined) return null;
  const isHub = typed === "docker.io" || typed === hubHost;
  const host = isHub ? hubHost : typed;
  return {
    url: `${scheme ?? impliedScheme(typed, embeddedAddress)}://${host}${isDefaultPath(path) ? "/v2" : path}`,
    host,
    registryName: isHub ? "docker.io" : typed,
    override: !isDefaultPath(path) && path !== "/v2",
  };
}

/**
 * K3s's reading of an endpoint or key (pkg/agent/containerd/config.go, af977ad, normalizeEndpointAddress); null where
 * it skips it. `embeddedAddress` is `:` when no embedded registry runs, as in K3s.
 */
export const normalizeEndpoint = (raw: string, embeddedAddress: string): Address | null =>
  readUsual(raw, embeddedAddress) ?? readAny(raw, embeddedAddress);

function readAny(raw: string, embeddedAddress: string): Address | null {
  const bytes = toByteText(raw);
  const url = parseUrl(bytes.includes("://") ? bytes : `//${bytes}`);
  if (url === null) return null;
  const typed = fromByteText(url.host);
  const isHub = typed === "docker.io" || typed === hubHost;
  const override = !["", "/", "/v2"].includes(url.path);
  const printed = printUrl({
    ...url,
    scheme: url.scheme || impliedScheme(typed, embeddedAddress),
    host: isHub ? hubHost : url.host,
    // A path written with escapes that mean /v2 keeps them.
    pathText: isDefaultPath(url.path) ? "/v2" : url.pathText,
  });
  return {
    url: fromByteText(printed),
    host: isHub ? hubHost : typed,
    registryName: isHub ? "docker.io" : typed,
    override,
  };
}
