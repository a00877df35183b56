import type { Decoded } from "../decode";
import type { Target } from "../target";
import { configToml } from "./config-toml";
import { embeddedRegistry, injectEmbedded, sharesWildcard } from "./embedded";
import { byteLength, joinPath, sortedEntries } from "./go-text";
import { type HostEndpoint, type HostEntry, hostEntries } from "./host-entries";
import { type HostsLayout, hasLongLine, hostsToml } from "./hosts-toml";
import type { ContainerdRemark } from "./remark";
import { unreadableRemarks } from "./unreadable";

export type ContainerdFiles = {
  /** Text by path below the folder of config.toml; a dangerous key leads out of it, as it does on a node. */
  files: Record<string, string>;
  remarks: ContainerdRemark[];
};

/** What a release makes of a file before anything is written: for each registry what containerd is told of it. */
export function containerdView(decoded: Decoded, target: Target) {
  const embedded = embeddedRegistry(target);
  const whole = embedded ? injectEmbedded(decoded, embedded, sharesWildcard(target)) : decoded;
  const { entries, remarks } = hostEntries(whole, {
    noDefault: target.disableDefaultRegistryEndpoint,
    embeddedAddress: embedded?.address ?? ":",
  });
  return {
    entries,
    remarks: remarks.map((remark) => inFile(remark, decoded, whole)),
    configs: whole.configs,
  };
}

/** Counts the endpoints of the file alone, without the one of the embedded registry before them. */
function inFile(remark: ContainerdRemark, decoded: Decoded, whole: Decoded): ContainerdRemark {
  const { key, position } = remark.params;
  if (typeof key !== "string" || typeof position !== "number") return remark;
  const added = lengthOf(whole.mirrors, key) - lengthOf(decoded.mirrors, key);
  return { ...remark, params: { key, position: position - added } };
}

const lengthOf = (mirrors: Decoded["mirrors"], key: string) =>
  mirrors !== null && Object.hasOwn(mirrors, key) ? (mirrors[key]?.endpoint?.length ?? 0) : 0;

/** The files K3s writes for containerd at its next start. Deterministic where K3s leaves it to chance. */
export function containerdFiles(decoded: Decoded, target: Target): ContainerdFiles {
  const { entries, remarks, configs } = containerdView(decoded, target);
  const style = { program: target.distribution, layout: layoutOf(target) };
  const files = new Map<string, string>();
  const said = [...versionRemarks(target), ...remarks, ...hostRemarks(entries)];
  let room = mostCharacters;
  for (const entry of entries) {
    const file = joinPath("certs.d", entry.name, "hosts.toml");
    room -= roughLength(entry);
    if (files.has(file)) said.push({ code: "file-twice", params: { file } });
    if (!isOwnFile(file)) said.push({ code: "file-elsewhere", params: { file } });
    if (room < 0) said.push({ code: "file-too-large", params: { file } });
    else files.set(file, hostsToml(entry, style));
  }
  files.set("config.toml", configToml(configs, target));
  const refused = refusals(files, style.layout);
  // K3s writes config.toml first, and nothing after a file that it cannot write.
  const written = refused.has("config.toml") ? [] : [...files].filter(([file]) => !refused.has(file));
  for (const [file, reason] of refused) said.push({ code: "file-not-written", params: { file, reason } });
  const unreadable = unreadableRemarks({ entries, configs }, target).filter(
    ({ params }) => !refused.has(`${params["file"]}`),
  );
  return {
    files: Object.fromEntries(written),
    remarks: [...said, ...unreadable, ...templateRemarks(configs, target)],
  };
}

/** Files that keep K3s from starting: a line beyond its filter's reach, or a name beyond that of Linux. */
function refusals(files: ReadonlyMap<string, string>, layout: HostsLayout): Map<string, "line" | "name"> {
  const refused = new Map<string, "line" | "name">();
  for (const [file, text] of files) {
    if (file.split("/").some((name) => byteLength(name) > mostNameBytes)) refused.set(file, "name");
    else if (layout === "trimmed" && hasLongLine(text)) refused.set(file, "line");
  }
  return refused;
}

const mostNameBytes = 255;

/** Whether containerd looks there: a folder of certs.d, and no deeper. */
export const isOwnFile = (file: string): boolean => /^certs\.d\/[^/]+\/hosts\.toml$/.test(file);

/** K3s repeats the rewrites of a mirror for each endpoint, so a small file can ask for gigabytes. */
const mostCharacters = 8 * 1024 * 1024;

function roughLength({ endpoints }: HostEntry): number {
  const known = new Map<HostEndpoint["rewrites"], number>();
  const lengthOf = (rewrites: HostEndpoint["rewrites"]) => {
    const length = known.get(rewrites) ?? Object.entries(rewrites).flat().join("").length;
    known.set(rewrites, length);
    return length;
  };
  return endpoints.reduce((sum, { url, rewrites }) => sum + 2 * (url ?? "").length + lengthOf(rewrites), 0);
}

function layoutOf({ version: { family } }: Target): HostsLayout {
  if (family >= "H") return "trimmed";
  return family === "D" ? "headless" : "untrimmed";
}

function versionRemarks({ version }: Target): ContainerdRemark[] {
  if (version.proven) return [];
  return [{ code: version.old ? "version-old" : "version-unproven", params: { version: version.text } }];
}

/** Go refuses bare colons since 1.26, and brackets around no IPv6 address since October 2025 (1.24.8, 1.25.2). */
function isDoubtful({ url }: HostEndpoint): boolean {
  const authority = /^[^/]*\/\/([^/?#]*)/.exec(url ?? "")?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const [address] = /^\[[^\]%]*/.exec(host) ?? [];
  return address === undefined ? /:.*:/.test(host) : !URL.canParse(`http://${address}]`);
}

function hostRemarks(entries: HostEntry[]): ContainerdRemark[] {
  const odd = entries.filter(({ server, endpoints }) =>
    [...(server ? [server] : []), ...endpoints].some(isDoubtful),
  );
  return odd.map(({ name }) => ({ code: "host-colons", params: { key: name } }));
}

/** Hosts whose credentials are lost when the node's own template neither extends K3s's nor repeats its stanza. */
export const hostsWithAuth = (configs: Decoded["configs"]): string[] =>
  sortedEntries(configs).flatMap(([key, { auth }]) => (auth === null ? [] : [key]));

function templateRemarks(configs: Decoded["configs"], { userTemplate }: Target): ContainerdRemark[] {
  const hosts = userTemplate === false ? [] : hostsWithAuth(configs);
  return hosts.length === 0 ? [] : [{ code: "auth-needs-template", params: { hosts: hosts.join(", ") } }];
}
