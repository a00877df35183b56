import { effectiveUrl, hubHost, registryHostOf } from "./endpoint-url";

/** What an entry of `configs` brings, without its values. */
export type HostSettings = { host: string; auth: boolean; tls: boolean };
/** Which entry gives an endpoint its TLS settings and which its credential; null for none. */
export type EndpointFacts = { url: string; tls: string | null; auth: string | null };

/**
 * TLS is looked up by the host as typed, with Docker Hub under both of its names; the credential by the host that
 * answers 401, exactly and never by `*` (k3s config.go af977ad; containerd's authorizer).
 */
export function endpointFacts(url: string, hosts: readonly HostSettings[]): EndpointFacts {
  const typed = registryHostOf(url);
  const keys = typed === "docker.io" ? [hubHost, typed] : [typed];
  const entry = keys.map((key) => hosts.find((each) => each.host === key)).find((each) => each !== undefined);
  const answering = typed === "docker.io" ? hubHost : typed;
  const login = hosts.find((each) => each.auth && each.host === answering);
  return { url: effectiveUrl(url), tls: entry?.tls ? entry.host : null, auth: login?.host ?? null };
}

/** An endpoint that uses a registry host; position 0 is the registry's own default endpoint. */
export type HostUse = { mirror: string; position: number };
