import { isLocalhost } from "../containerd/endpoint";
import { fromByteText, joinPath, toByteText } from "../containerd/go-text";
import { parseUrl } from "../containerd/go-url";
import type { Decoded, DecodedMirror, DecodedRegistryConfig } from "../decode";
import type { ImageReference } from "../reference";
import { rewriteOutcomes } from "../rewrite/outcomes";
import { mostLists } from "./alternatives";
import { type PlannedAttempt, tlsOf } from "./attempts";
import { type Base, isUsable, plainTls, portOf } from "./base";
import { credentialKind, ownValue } from "./credential";
import type { Attempt, AttemptCredential, Phrase, ReasonCode } from "./explanation";
import { manifestUrl } from "./request";

const hub = "index.docker.io";

type Found<Value> = { key: string; value: Value };

/** The first key that has an entry; one with nothing in it ends the search all the same. */
function firstOf<Value>(
  map: Readonly<Record<string, Value>> | null,
  keys: readonly string[],
): Found<Value> | null {
  for (const key of keys) {
    const value = ownValue(map, key);
    if (value !== undefined) return { key, value };
  }
  return null;
}

const hasPort = (registry: string) => /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(registry);
const aliases = (registry: string) => (registry === hub ? [registry, "docker.io"] : [registry]);

function mirrorKeys(registry: string): string[] {
  const ports = registry === hub || hasPort(registry) ? [] : [`${registry}:443`, `${registry}:80`];
  return [...aliases(registry), ...ports, "*"];
}

/** normalizeEndpointAddress; null where it skips an endpoint. */
function readAddress(raw: string): Base | null {
  const bytes = toByteText(raw);
  const url = parseUrl(bytes.includes("://") ? bytes : `//${bytes}`);
  if (url === null || url.host === "") return null;
  const host = fromByteText(url.host);
  const port = portOf(host);
  const implied = isLocalhost(host) && port !== "" && port !== "443" ? "http" : "https";
  const path = ["", "/"].includes(url.path) ? "/v2" : joinPath(fromByteText(url.path));
  return { scheme: url.scheme || implied, host, path };
}

function settingsOf(configs: Decoded["configs"], host: string): Found<DecodedRegistryConfig> | null {
  return firstOf(configs, [...aliases(host), "*"]);
}

/** Half a pair makes wharfie go on without any of the TLS settings. */
function runtimeTls({ scheme }: Base, found: Found<DecodedRegistryConfig> | null): Attempt["tls"] {
  if (scheme !== "https") return plainTls;
  const tls = found?.value.tls ?? null;
  const isPaired = tls === null || (tls.cert_file === "") === (tls.key_file === "");
  return tlsOf(isPaired ? tls : null);
}

function runtimeCredential(found: Found<DecodedRegistryConfig> | null): AttemptCredential | null {
  const auth = found?.value.auth ?? null;
  const kind = auth && credentialKind(auth);
  return found && kind ? { source: "file", key: found.key, kind } : null;
}

/** What go-containerregistry takes for a repository (pkg/name/repository.go). */
const isRepository = (text: string) => /^[a-z0-9_./-]{2,255}$/.test(text);

/** It also puts a repository of Docker Hub that has no folder into `library`. */
const requested = (repository: string, registry: string) =>
  registry === hub && !repository.includes("/") ? `library/${repository}` : repository;

/** The rewrites of the registry; a result that is no repository is passed over. */
function runtimeRewrites(
  mirrors: Decoded["mirrors"],
  registry: string,
  repository: string,
): Attempt["rewrite"][] {
  const rules = firstOf(mirrors, [...aliases(registry), "*"])?.value.rewrite ?? {};
  const byResult = new Map<string, NonNullable<Attempt["rewrite"]>>();
  for (const candidate of rewriteOutcomes(rules, repository).candidates) {
    if (isRepository(candidate.after) && !byResult.has(candidate.after)) {
      byResult.set(candidate.after, candidate);
    }
  }
  return byResult.size === 0 ? [null] : [...byResult.values()];
}

type Endpoint = { base: Base; reason: Phrase<ReasonCode> };

function endpointsOf(registry: string, mirror: Found<DecodedMirror> | null): Endpoint[] {
  const listed = (mirror?.value.endpoint ?? []).flatMap((raw, index): Endpoint[] => {
    const base = readAddress(raw);
    const params = { key: mirror?.key ?? "", position: index + 1 };
    return base === null ? [] : [{ base, reason: { code: "runtime-endpoint", params } }];
  });
  const base = readAddress(registry) ?? { scheme: "https", host: registry, path: "/v2" };
  return [...listed, { base, reason: { code: "runtime-default", params: { host: registry } } }];
}

const namespaceOf = (registry: string) => (registry === hub ? "docker.io" : registry);

/**
 * RKE2 pulls its runtime image itself, before containerd runs, by the rules of wharfie v0.7.1 (pkg/registries): the
 * registry itself always comes last, only its own host is not rewritten, and `*` holds for credentials and TLS too.
 */
export function runtimeAttempts(
  { mirrors, configs }: Decoded,
  reference: ImageReference,
): { key: string | null; choices: PlannedAttempt[][][] } {
  const registry = reference.registryHost === "docker.io" ? hub : reference.registryHost;
  const mirror = firstOf(mirrors, mirrorKeys(registry));
  const rewrites = runtimeRewrites(mirrors, registry, reference.repository);
  const endpoints = endpointsOf(registry, mirror);
  const options = rewrites.slice(0, mostLists(endpoints.length));
  const choices = endpoints.map(({ base, reason }) => {
    const found = settingsOf(configs, base.host);
    const isDefault = namespaceOf(base.host) === namespaceOf(registry);
    const namespace = isDefault ? null : namespaceOf(registry);
    const about = { namespace, tls: runtimeTls(base, found), credential: runtimeCredential(found), reason };
    return (isDefault ? [null] : options).map((rewrite): PlannedAttempt[] => {
      const at = {
        base,
        repository: requested(rewrite?.after ?? reference.repository, registry),
        object: reference.object,
        namespace,
      };
      const { url, readable } = manifestUrl(at);
      return [
        { url, method: "GET", rewrite, ...about, dead: !(readable && isUsable(base)), fallsBackOn: [] },
      ];
    });
  });
  return { key: mirror?.key ?? null, choices };
}
