import { type CheckCode, type CheckParams, finding } from "./finding";

/** What is wrong with the `host[:port]` of a key or an endpoint; the caller knows which of the two it is. */
export type AuthorityFault = { fault: "ipv6" | "port" | "character" | "host"; params: CheckParams };

const ipv6 = /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*$/i;
/** Go reads the percent sign of a zone only where it is escaped. */
const zone = /%25[\w.~-]+$/;
const hostName = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?$/i;

/** Splits at the last colon, as Go's `net/url` does; a bracketed address keeps its colons. */
export function splitAuthority(authority: string): { host: string; port: string | null } {
  const bracketed = /^(\[[^\]]*\])(?::(.*))?$/su.exec(authority);
  if (bracketed) return { host: bracketed[1] ?? "", port: bracketed[2] ?? null };
  const colon = authority.lastIndexOf(":");
  if (colon === -1) return { host: authority, port: null };
  return { host: authority.slice(0, colon), port: authority.slice(colon + 1) };
}

export const isLoopback = (host: string) =>
  host === "localhost" || /^127\.\d+\.\d+\.\d+$/.test(host) || host === "[::1]";

/** Go accepts any digits as a port; the dial then fails for more than 65535. */
const isPort = (port: string) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65535;

export function findAuthorityFault(authority: string): AuthorityFault | null {
  if (ipv6.test(authority)) return { fault: "ipv6", params: { right: `[${authority}]` } };
  const { host, port } = splitAuthority(authority);
  const strange = /[^a-z0-9._:[\]%-]/iu.exec(authority);
  if (strange && !port?.includes(strange[0])) {
    return { fault: "character", params: { character: strange[0] } };
  }
  if (port !== null && !isPort(port)) return { fault: "port", params: { port, host } };
  const [, bracketed] = /^\[(.*)\]$/s.exec(host) ?? [];
  const isHost = bracketed === undefined ? hostName.test(host) : ipv6.test(bracketed.replace(zone, ""));
  if (!isHost) {
    return { fault: "host", params: { host } };
  }
  return null;
}

const asKey: Record<AuthorityFault["fault"], CheckCode> = {
  ipv6: "key-ipv6",
  port: "key-port",
  character: "key-character",
  host: "key-character",
};
const asEndpoint: Record<AuthorityFault["fault"], CheckCode> = {
  ipv6: "endpoint-ipv6",
  port: "endpoint-port",
  character: "endpoint-character",
  host: "endpoint-host",
};

export const keyFault = ({ fault, params }: AuthorityFault) =>
  finding(asKey[fault], fault === "host" ? { character: params["host"] ?? "" } : params);
export const endpointFault = ({ fault, params }: AuthorityFault) =>
  finding(asEndpoint[fault], fault === "host" ? { known: "yes", ...params } : params);
