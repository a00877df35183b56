import { readAsToml } from "../checks/toml-text";
import type { Decoded } from "../decode";
import { readHosts } from "../explain/hosts-file";
import { styleOf } from "../explain/old-releases";
import type { Target } from "../target";
import { configVersion } from "./config-toml";
import { joinPath, quote } from "./go-text";
import type { HostEntry } from "./host-entries";
import type { ContainerdRemark } from "./remark";

/** Between single quotes TOML takes everything but those and control characters. */
const isLiteral = (key: string) => !key.includes("'") && readAsToml(key.replace(/[\\"]/g, "")).ok;

function isReadable(configs: Decoded["configs"], target: Target): boolean {
  const isKey = configVersion(target) === 3 ? isLiteral : (key: string) => readAsToml(key).ok;
  return Object.entries(configs ?? {}).every(([key, { auth }]) => {
    if (auth === null) return true;
    const quoted = Object.values(auth).map((value: string) => quote(value).slice(1, -1));
    return isKey(key) && quoted.every((text) => readAsToml(text).ok);
  });
}

/** Files that are no TOML to containerd. Of the releases before April 2024 too little is known. */
export function unreadableRemarks(
  { entries, configs }: { entries: readonly HostEntry[]; configs: Decoded["configs"] },
  target: Target,
): ContainerdRemark[] {
  const { family, old } = target.version;
  if (old) return [];
  const style = styleOf(family);
  const hosts = entries
    .filter((entry) => readHosts(entry, style) === null)
    .map(({ name }) => ({ file: joinPath("certs.d", name, "hosts.toml"), part: "hosts" }));
  const config = isReadable(configs, target) ? [] : [{ file: "config.toml", part: "config" }];
  return [...hosts, ...config].map((params) => ({ code: "file-unreadable", params }));
}
