import { splitAuthority } from "./authority";
import { defaultEndpoint, effectiveUrl, hubHost, registryHostOf, splitEndpoint } from "./endpoint-url";
import { type CheckFinding, finding } from "./finding";

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

/** What plain http does to the settings an endpoint has. */
export function checkEndpointFacts(facts: EndpointFacts): CheckFinding | null {
  const { scheme, authority } = splitEndpoint(facts.url);
  if (scheme !== "http") return null;
  if (facts.tls !== null && splitAuthority(authority).port !== "80") {
    return finding("tls-on-http", { host: facts.tls });
  }
  return facts.auth === null ? null : finding("auth-on-http", { host: facts.auth });
}

export type MirrorUrls = { name: string; urls: readonly string[] };
/** An endpoint that uses a registry host; position 0 is the registry's own default endpoint. */
export type HostUse = { mirror: string; position: number };

export function usesOfHost(host: string, mirrors: readonly MirrorUrls[]): HostUse[] {
  const key = host === hubHost ? "docker.io" : host;
  return mirrors.flatMap(({ name, urls }) => {
    const listed = urls.flatMap((url, index) =>
      url.trim() !== "" && registryHostOf(url) === key ? [{ mirror: name, position: index + 1 }] : [],
    );
    const own = defaultEndpoint(name);
    return own !== null && registryHostOf(own) === key ? [...listed, { mirror: name, position: 0 }] : listed;
  });
}

/** The same host with another port: nearly always the entry that was meant, and never the one that is used. */
export function checkHostUse(host: string, mirrors: readonly MirrorUrls[]): CheckFinding | null {
  if (host === "" || host === "*" || usesOfHost(host, mirrors).length > 0) return null;
  const name = splitAuthority(host).host;
  const used = mirrors.flatMap((mirror) =>
    mirror.urls.filter((url) => url.trim() !== "").map(registryHostOf),
  );
  const near = used.find((each) => splitAuthority(each).host === name);
  return near === undefined ? null : finding("port-mismatch", { host, near });
}
