import type { Entry } from "./entries";
import { templateFolder } from "./facts";

/** The plugin whose table `registry` containerd reads, by version of its configuration. */
export const pluginOf = { 2: "io.containerd.grpc.v1.cri", 3: "io.containerd.cri.v1.images" } as const;
export type ConfigVersion = keyof typeof pluginOf;

/** Whether an entry is `[plugins.<plugin>.registry]`, or stands below it as `rest` says. */
export function isBelow(entry: Entry, version: ConfigVersion, rest: readonly string[]): boolean {
  const wanted = ["plugins", pluginOf[version], "registry", ...rest];
  return wanted.every((key, index) => entry.path[index] === key);
}

const isPath = (entry: Entry, version: ConfigVersion) =>
  entry.kind === "key" && isBelow(entry, version, ["config_path"]) && entry.path.length === 4;

export const findPath = (entries: readonly Entry[], version: ConfigVersion): Entry | undefined =>
  entries.find((entry) => isPath(entry, version));

/** With `config_path`, containerd's CRI plugin refuses to start next to mirrors. */
export const findMirrors = (entries: readonly Entry[], version: ConfigVersion): Entry | undefined =>
  entries.find((entry) => isBelow(entry, version, ["mirrors"]));

/** TLS settings next to it stop some releases of containerd and are ignored by others. */
export const findTls = (entries: readonly Entry[], version: ConfigVersion): Entry | undefined =>
  entries.find((entry) => isBelow(entry, version, ["configs"]) && entry.path[5] === "tls");

/** Only K3s knows the hosts of registries.yaml, so their logins come from its data. */
export const keepsLogins = (entries: readonly Entry[], version: ConfigVersion): boolean =>
  entries.some(
    (entry) =>
      isBelow(entry, version, ["configs"]) &&
      entry.within.some((source) => /^range\b.*[.$]PrivateRegistryConfig\.Configs$/.test(source)),
  );

/** K3s itself writes registries only where there are some, and there always are once they matter. */
const isHarmless = (source: string) => /^(?:if|with)\s+[.$]*PrivateRegistryConfig$/.test(source);

export const isConditional = ({ within }: Entry): boolean => !within.every(isHarmless);

export type PathTarget = "own" | "other" | "made" | "unclear";

const certificates = `${templateFolder("")}/certs.d`;
const ownAction = /^\{\{(?:printf "%q" )?[.$]+NodeConfig\.Containerd\.Registry\}\}$/;

const unquote = (value: string) => value.replace(/\s+#[^"']*$/, "").replace(/^(["'])(.*)\1$/, "$2");

/** Where `config_path` points: to the folder K3s writes, or to another. Links are not followed. */
export function targetOfPath({ value }: Entry, dataDir: string): PathTarget {
  const path = unquote(value);
  if (ownAction.test(path)) return "own";
  if (path.includes("{{")) return "made";
  const folders = path.split(":").map((folder) => folder.replace(/\/+$/, ""));
  if (folders.includes(`${templateFolder(dataDir)}/certs.d`)) return "own";
  return folders.some((folder) => folder.endsWith(certificates)) ? "unclear" : "other";
}
