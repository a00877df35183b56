import { effectiveUrl, splitEndpoint } from "@/lib/domain/registries/checks/endpoint-url";

/** Whom a test speaks to. `host` is without brackets; `authority` is what stands in the URL. */
export type Asked = { secure: boolean; host: string; port: number; authority: string; path: string };

/**
 * The root of the registry API below an endpoint. The last `v2` of the path is it: what follows names a project,
 * as in Harbor's `/v2/proxy`. A path without one is used as it is, as containerd does.
 */
function apiRoot(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  const version = parts.lastIndexOf("v2");
  const root = version === -1 ? parts : parts.slice(0, version + 1);
  return `/${root.map((part) => `${part}/`).join("")}`;
}

/** Reads a URL that is asked over HTTP; null where it is none. */
export function readAsked(url: string): Asked | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, host, pathname } = new URL(url);
  if ((protocol !== "http:" && protocol !== "https:") || hostname === "") return null;
  const secure = protocol === "https:";
  return {
    secure,
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 443 : 80) : Number(port),
    authority: host,
    path: pathname,
  };
}

/** Where an endpoint's registry answers, by the same reading as containerd's; null where no request can be made. */
export function askedOf(endpoint: string): Asked | null {
  // Without a host, the path would be read as one.
  if (splitEndpoint(endpoint.trim()).authority === "") return null;
  const asked = readAsked(effectiveUrl(endpoint.trim()));
  return asked && { ...asked, path: apiRoot(asked.path) };
}

export const urlOf = ({ secure, authority, path }: Asked) =>
  `${secure ? "https" : "http"}://${authority}${path}`;
