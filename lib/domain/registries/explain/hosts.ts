import { normalizeEndpoint } from "../containerd/endpoint";
import type { HostEndpoint, HostEntry } from "../containerd/host-entries";
import type { Decoded, DecodedTls } from "../decode";
import type { Target } from "../target";
import { type Base, builtInBase } from "./base";
import { ownValue } from "./credential";
import type { Phrase, ReasonCode } from "./explanation";
import { type Folder, wildcardFolder } from "./folder";
import { type FileRewrites, readHosts } from "./hosts-file";
import { entryOfRelease, styleOf } from "./old-releases";

/** One host containerd asks, and why. */
export type PullHost = {
  base: Base;
  tls: DecodedTls | null;
  rewrites: FileRewrites;
  reason: Phrase<ReasonCode>;
};

export type HostQuestion = {
  decoded: Decoded;
  target: Target;
  registryHost: string;
  folder: Folder | null;
  /** `:` where no embedded registry runs. */
  embeddedAddress: string;
};

const skipVerify: DecodedTls = { ca_file: "", cert_file: "", key_file: "", insecure_skip_verify: true };

/** The key of the file that made a folder. */
export const keyOf = (folder: string, { mirrors, configs }: Decoded): string => {
  if (folder !== wildcardFolder) return folder;
  const isWildcard = [mirrors, configs].some((section) => ownValue<unknown>(section, "*") !== undefined);
  return isWildcard ? "*" : folder;
};

function builtIn(registryHost: string, reason: PullHost["reason"], tls: DecodedTls | null = null): PullHost {
  const { base, unverified } = builtInBase(registryHost);
  return {
    base,
    tls: unverified ? { ...(tls ?? skipVerify), insecure_skip_verify: true } : tls,
    rewrites: [],
    reason,
  };
}

/** Where no file speaks for the registry. */
function builtInReason({ target, decoded, registryHost }: HostQuestion): PullHost["reason"] {
  const listed = ownValue(decoded.mirrors, registryHost) ?? ownValue(decoded.mirrors, "*");
  const kept = target.disableDefaultRegistryEndpoint && listed !== undefined;
  return { code: kept ? "built-in-kept" : "built-in", params: { host: registryHost } };
}

/** Numbers of the endpoints among those of the file, skipped and doubled ones counted. */
function positionsOf(key: string, { decoded, embeddedAddress }: HostQuestion): Map<string, number> {
  const positions = new Map<string, number>();
  for (const [index, raw] of (ownValue(decoded.mirrors, key)?.endpoint ?? []).entries()) {
    const url = normalizeEndpoint(raw, embeddedAddress)?.url;
    if (url !== undefined && !positions.has(url)) positions.set(url, index + 1);
  }
  return positions;
}

function serverReason(entry: HostEntry, key: string, question: HostQuestion): PullHost["reason"] {
  const { registryHost, target } = question;
  if (entry.endpoints.length === 0) {
    return key === "*"
      ? { code: "wildcard-settings", params: { host: registryHost } }
      : { code: "registry", params: { key } };
  }
  if (entry.server?.url === "") return { code: "wildcard-default", params: { host: registryHost } };
  return { code: target.disableDefaultRegistryEndpoint ? "default-kept" : "default", params: { key } };
}

function reasonsFor(entry: HostEntry, question: HostQuestion): (source: HostEndpoint) => PullHost["reason"] {
  const key = keyOf(entry.name, question.decoded);
  const positions = positionsOf(key, question);
  const endpoints = new Set(entry.endpoints);
  const { embeddedAddress } = question;
  const embedded = embeddedAddress === ":" ? null : `https://${embeddedAddress}/v2`;
  return (source) => {
    if (!endpoints.has(source)) return serverReason(entry, key, question);
    if (source.url === embedded) return { code: "embedded", params: {} };
    return { code: "endpoint", params: { key, position: positions.get(source.url ?? "") ?? 0 } };
  };
}

/** The hosts containerd asks for images of a registry, in order. */
export function pullHosts(question: HostQuestion): PullHost[] {
  const { registryHost, folder, decoded, target } = question;
  if (folder === null) return [builtIn(registryHost, builtInReason(question))];
  const written = folder.entry;
  if (written === null) {
    return [builtIn(registryHost, { code: "folder-without-file", params: { directory: folder.name } })];
  }
  const entry = entryOfRelease(written, decoded, target.version.family);
  const hosts = entry && readHosts(entry, styleOf(target.version.family));
  if (entry === null || hosts === null) {
    return [builtIn(registryHost, { code: "file-rejected", params: { directory: folder.name } })];
  }
  const reasonOf = reasonsFor(entry, question);
  return hosts.map((host, index) => {
    const reason = reasonOf(host.source);
    // The last host takes the place of the built-in default when it names none (ConfigureHosts).
    const isDefault = index === hosts.length - 1 && (host.base === null || host.base.host === "");
    if (host.base === null || isDefault) {
      return { ...builtIn(registryHost, reason, host.tls), rewrites: host.rewrites };
    }
    return { base: host.base, tls: host.tls, rewrites: host.rewrites, reason };
  });
}
